// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace noonmark::transport {

// Qt 6.4 hashes strings with AVX2 and leaves the upper halves of the vector registers in use. From then on every
// change between our SSE code and the AVX code of libc's copies makes the processor save and restore them: 400 ns for
// there and back on a Xeon of 2023, and a signed answer has several. Call it before work that should be fast.
void releaseUpperHalves();

} // namespace noonmark::transport
