// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/refid.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>

namespace noonmark::protocol {

namespace {

struct DriverName
{
    std::uint8_t type;
    std::string_view name;
};

// Drivers that are still met, under the names that ntpq gives them.
constexpr std::array Drivers{
    DriverName{1, "LOCAL"},         DriverName{3, "WWV_PST"},     DriverName{4, "SPECTRACOM"},
    DriverName{5, "TRUETIME"},      DriverName{8, "GENERIC"},     DriverName{11, "GPS_ARBITER"},
    DriverName{18, "ACTS_MODEM"},   DriverName{20, "GPS_NMEA"},   DriverName{22, "PPS"},
    DriverName{26, "GPS_HP"},       DriverName{27, "MSF_ARCRON"}, DriverName{28, "SHM"},
    DriverName{29, "GPS_PALISADE"}, DriverName{30, "GPS_ONCORE"}, DriverName{31, "GPS_JUPITER"},
    DriverName{36, "WWV_AUDIO"},    DriverName{38, "HOPF_S"},     DriverName{39, "HOPF_P"},
    DriverName{40, "JJY"},          DriverName{42, "ZYFER"},      DriverName{44, "NEOCLK4X"},
    DriverName{46, "GPSD_NG"}};

std::array<std::uint8_t, 4> octets(std::uint32_t refid)
{
    return {static_cast<std::uint8_t>(refid >> 24), static_cast<std::uint8_t>(refid >> 16),
            static_cast<std::uint8_t>(refid >> 8), static_cast<std::uint8_t>(refid)};
}

bool isPrintable(std::uint8_t octet)
{
    return octet > 0x20 && octet < 0x7f;
}

bool isCode(std::uint32_t refid)
{
    const auto bytes = octets(refid);
    const auto padding = std::find_if_not(bytes.begin(), bytes.end(), isPrintable);
    return padding != bytes.begin() &&
           std::all_of(padding, bytes.end(), [](std::uint8_t b) { return b == 0; });
}

std::string clockText(std::uint32_t refid)
{
    const auto bytes = octets(refid);
    const auto driver = std::find_if(Drivers.begin(), Drivers.end(),
                                     [&bytes](const DriverName &d) { return d.type == bytes[2]; });
    const std::string unit = std::to_string(bytes[3]);
    if (driver == Drivers.end())
        return "REFCLK(" + std::to_string(bytes[2]) + ',' + unit + ')';
    return std::string(driver->name) + '(' + unit + ')';
}

} // namespace

std::uint32_t refidFromAddress(const IpAddress &address)
{
    if (address.isV4())
        return address.toV4();
    // Not a secret but a fingerprint that everybody must compute alike, so it is asked for outside the FIPS
    // rules.
    const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> md5(EVP_MD_fetch(nullptr, "MD5", "-fips"),
                                                              &EVP_MD_free);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    if (md5)
        EVP_Digest(address.bytes().data(), address.length(), digest.data(), nullptr, md5.get(), nullptr);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | digest[i];
    return value;
}

std::string refidText(std::uint32_t refid)
{
    constexpr std::string_view hex = "0123456789abcdef";
    const auto bytes = octets(refid);
    std::size_t length = bytes.size();
    while (length > 0 && (bytes[length - 1] == 0 || bytes[length - 1] == ' '))
        --length;
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        if (bytes[i] >= 0x20 && bytes[i] < 0x7f)
            text += static_cast<char>(bytes[i]);
        else
            text.append("\\x").append(1, hex[bytes[i] >> 4U]).append(1, hex[bytes[i] & 15U]);
    }
    return text;
}

std::string refidForPeople(std::uint32_t refid, std::uint8_t stratum)
{
    const bool mayBeCode = stratum <= 1 || stratum >= 16;
    if (mayBeCode && isCode(refid))
        return '.' + refidText(refid) + '.';
    if (mayBeCode && stratum <= 1 && refid != 0)
        return '.' + refidText(refid) + '.';
    if (refid >> 16 == 0x7f7f)
        return clockText(refid);
    return IpAddress::v4(refid).toString();
}

} // namespace noonmark::protocol
