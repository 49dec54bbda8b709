# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
noonmark_test(tst_series LIBRARIES noonmark_core LABELS unit)
noonmark_test(tst_seriesstatistics LIBRARIES noonmark_core LABELS unit)
noonmark_test(tst_recenthistory LIBRARIES noonmark_core LABELS unit)
noonmark_test(tst_inprocesstarget LIBRARIES noonmark_core Qt6::Network LABELS unit)
