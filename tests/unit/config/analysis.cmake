# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
noonmark_test(tst_access LIBRARIES noonmark_ntp LABELS unit)
noonmark_test(tst_check LIBRARIES noonmark_ntp LABELS unit SOURCES mistakerows.cpp)
noonmark_test(tst_largefiles LIBRARIES noonmark_ntp LABELS unit)
noonmark_test(tst_lowering LIBRARIES noonmark_ntp LABELS unit)
