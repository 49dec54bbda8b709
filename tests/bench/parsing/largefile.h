// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace noonmark::bench {

// What a large site might have: a rule for each customer's network, some hosts, comments, and a mistake here
// and there.
inline std::string largeFile(int lines)
{
    std::string text =
        "driftfile /var/lib/ntp/drift\nrestrict default kod limited nomodify notrap nopeer noquery\n"
        "restrict 127.0.0.1\nrestrict ::1\nserver 192.0.2.1 iburst\nserver 192.0.2.2 iburst\n";
    for (int i = 6; i < lines; ++i) {
        const std::string a = std::to_string(10 + i / 65536 % 100);
        const std::string b = std::to_string(i / 256 % 256);
        const std::string c = std::to_string(i % 256);
        const std::string net = a + '.' + b + '.' + c;
        if (i % 10 == 0)
            text += "# customer " + std::to_string(i) + '\n';
        else if (i % 1000 == 1)
            text += "restrict " + net + ".7 nomodfiy\n";
        else if (i % 3 == 0)
            text += "restrict " + net + ".0 mask 255.255.255.0 nomodify notrap\n";
        else
            text += "restrict " + net + ".5 noquery limited kod  # host\n";
    }
    return text;
}

} // namespace noonmark::bench
