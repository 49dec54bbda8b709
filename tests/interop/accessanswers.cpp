// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"

#include <fstream>
#include <iostream>
#include <iterator>

using namespace noonmark;

// accessanswers FILE: for each "ADDRESS PORT" on standard input four words: what ntpsec's daemon with this
// ntp.conf would answer to a client of version 4, to one of version 3, to a query, and to a wish for the list
// of clients.
int main(int argc, char *argv[])
{
    if (argc != 2)
        return 2;
    std::ifstream file(argv[1], std::ios::binary);
    const config::Document document(std::string(std::istreambuf_iterator<char>(file), {}));
    const AccessTable table = config::accessTableWithSources(document, Dialect::Ntpsec);
    std::string address;
    std::uint16_t port = 0;
    while (std::cin >> address >> port) {
        const auto host = IpAddress::parse(address);
        if (!host)
            return 2;
        const config::AccessAnswer answer = config::whatMay(table, *host, port);
        // Our clients have no keys.
        const bool served = answer.mayGetTime && !answer.needsKey;
        std::cout << served << ' ' << (served && !answer.version4Only) << ' ' << answer.mayQuery << ' '
                  << answer.mayReadClients << '\n';
    }
    return 0;
}
