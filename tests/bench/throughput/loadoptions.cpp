// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/throughput/loadoptions.h"

#include "core/base/endpoint.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

namespace noonmark::bench {

namespace {

using Words = std::map<std::string, std::string>;

double number(const Words &words, const char *name, double fallback)
{
    const auto found = words.find(name);
    return found == words.end() ? fallback : std::atof(found->second.c_str());
}

std::string text(const Words &words, const char *name)
{
    const auto found = words.find(name);
    return found == words.end() ? std::string() : found->second;
}

// "NUMBER:TYPE:SECRET"
bool readKey(const std::string &text, LoadOptions &options)
{
    const std::size_t first = text.find(':');
    const std::size_t second = text.find(':', first + 1);
    if (second == std::string::npos)
        return false;
    const auto type = protocol::macTypeFromName(text.substr(first + 1, second - first - 1));
    std::vector<std::byte> secret;
    for (const char c : text.substr(second + 1))
        secret.push_back(static_cast<std::byte>(c));
    if (!type)
        return false;
    auto key = protocol::MacKey::make(*type, secret);
    if (!key)
        return false;
    options.key = static_cast<std::uint32_t>(std::atoi(text.c_str()));
    options.signer = std::move(*key);
    return true;
}

bool readMac(const std::string &text, RawLink::Peer &peer)
{
    auto &m = peer.mac;
    return std::sscanf(text.c_str(), "%hhx:%hhx:%hhx:%hhx:%hhx:%hhx", &m[0], &m[1], &m[2], &m[3], &m[4],
                       &m[5]) == 6;
}

} // namespace

std::optional<LoadOptions> LoadOptions::parse(int count, char **words)
{
    Words all;
    for (int i = 1; i + 1 < count; i += 2)
        all[words[i]] = words[i + 1];
    LoadOptions options;
    options.interface = text(all, "--interface");
    options.clients = static_cast<std::uint32_t>(number(all, "--clients", options.clients));
    if (all.contains("--begin"))
        options.begin = static_cast<std::uint64_t>(number(all, "--begin", 0));
    options.rate = number(all, "--rate", options.rate);
    options.seconds = number(all, "--seconds", options.seconds);
    options.window = static_cast<std::uint64_t>(number(all, "--window", 0));
    options.pid = static_cast<int>(number(all, "--pid", 0));
    if (all.contains("--processor"))
        options.processor = static_cast<std::size_t>(number(all, "--processor", 0));
    options.isControl = number(all, "--control", 0) > 0;
    const auto server = Endpoint::parse(text(all, "--server"));
    if (!server || options.clients == 0 || !readMac(text(all, "--mac"), options.peer))
        return std::nullopt;
    options.peer.address = server->address.toV4();
    options.peer.port = server->port;
    if (all.contains("--key") && !readKey(all["--key"], options))
        return std::nullopt;
    return options;
}

} // namespace noonmark::bench
