// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/mac.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <string>
#include <vector>

namespace noonmark::protocol {

namespace {

struct TypeRow
{
    MacType type;
    std::string_view name;
    const char *algorithm; // OpenSSL's name of the digest, or of the cipher below the CMAC
    std::size_t keySize;   // 0: any length
    std::size_t wholeSize;
};

constexpr std::array Types{TypeRow{MacType::Md5, "MD5", "MD5", 0, 16},
                           TypeRow{MacType::Sha1, "SHA1", "SHA1", 0, 20},
                           TypeRow{MacType::Sha256, "SHA256", "SHA256", 0, 32},
                           TypeRow{MacType::Sha384, "SHA384", "SHA384", 0, 48},
                           TypeRow{MacType::Sha512, "SHA512", "SHA512", 0, 64},
                           TypeRow{MacType::Aes128Cmac, "AES128", "AES-128-CBC", 16, 16},
                           TypeRow{MacType::Aes192Cmac, "AES192", "AES-192-CBC", 24, 16},
                           TypeRow{MacType::Aes256Cmac, "AES256", "AES-256-CBC", 32, 16}};

const TypeRow &rowOf(MacType type)
{
    return Types[static_cast<std::size_t>(type)];
}

struct Free
{
    void operator()(EVP_MD *p) const { EVP_MD_free(p); }
    void operator()(EVP_MD_CTX *p) const { EVP_MD_CTX_free(p); }
    void operator()(EVP_MAC *p) const { EVP_MAC_free(p); }
    void operator()(EVP_MAC_CTX *p) const { EVP_MAC_CTX_free(p); }
};
template <typename T> using Owned = std::unique_ptr<T, Free>;

const unsigned char *octets(Bytes bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

std::optional<MacType> macTypeFromName(std::string_view name)
{
    std::string plain;
    for (const char c : name)
        if (c != '-')
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (plain.ends_with("CMAC"))
        plain.resize(plain.size() - 4);
    if (plain == "AES")
        return MacType::Aes128Cmac;
    const auto row =
        std::find_if(Types.begin(), Types.end(), [&](const TypeRow &r) { return r.name == plain; });
    if (row != Types.end())
        return row->type;
    if (plain.starts_with('M')) // what ntpd has always taken "M" for
        return MacType::Md5;
    return std::nullopt;
}

std::string_view macTypeName(MacType type)
{
    return rowOf(type).name;
}

bool sameDigest(Bytes a, Bytes b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

struct MacKey::State
{
    State(MacType t, Bytes s)
        : type(t)
        , secret(s.begin(), s.end())
    {}
    ~State() { OPENSSL_cleanse(secret.data(), secret.size()); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    bool prepare();
    bool hash(Bytes message, MutableBytes out);
    bool cmac(Bytes message, MutableBytes out);

    MacType type;
    std::vector<std::byte> secret;
    Owned<EVP_MD> algorithm;
    Owned<EVP_MD_CTX> hashContext;
    Owned<EVP_MAC_CTX> macContext;
};

bool MacKey::State::prepare()
{
    const TypeRow &row = rowOf(type);
    if (row.keySize == 0) {
        algorithm.reset(EVP_MD_fetch(nullptr, row.algorithm, nullptr));
        hashContext.reset(EVP_MD_CTX_new());
        return algorithm && hashContext;
    }
    secret.resize(row.keySize);
    const Owned<EVP_MAC> mac(EVP_MAC_fetch(nullptr, "CMAC", nullptr));
    macContext.reset(mac ? EVP_MAC_CTX_new(mac.get()) : nullptr);
    std::string cipher = row.algorithm;
    const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher.data(), 0),
                                OSSL_PARAM_construct_end()};
    return macContext &&
           EVP_MAC_init(macContext.get(), octets(secret), secret.size(), parameters.data()) == 1;
}

bool MacKey::State::hash(Bytes message, MutableBytes out)
{
    EVP_MD_CTX *context = hashContext.get();
    unsigned int size = 0;
    return EVP_DigestInit_ex2(context, algorithm.get(), nullptr) == 1 &&
           EVP_DigestUpdate(context, secret.data(), secret.size()) == 1 &&
           EVP_DigestUpdate(context, message.data(), message.size()) == 1 &&
           EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(out.data()), &size) == 1;
}

bool MacKey::State::cmac(Bytes message, MutableBytes out)
{
    EVP_MAC_CTX *context = macContext.get();
    std::size_t size = 0;
    // Without a key: begins anew with the key schedule that is there.
    return EVP_MAC_init(context, nullptr, 0, nullptr) == 1 &&
           EVP_MAC_update(context, octets(message), message.size()) == 1 &&
           EVP_MAC_final(context, reinterpret_cast<unsigned char *>(out.data()), &size, out.size()) == 1;
}

MacKey::MacKey(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
MacKey::~MacKey() = default;
MacKey::MacKey(MacKey &&) noexcept = default;
MacKey &MacKey::operator=(MacKey &&) noexcept = default;

Result<MacKey> MacKey::make(MacType type, Bytes secret)
{
    auto state = std::make_unique<State>(type, secret);
    if (!state->prepare())
        return failed(Failure::Unsupported, {std::string(macTypeName(type))});
    return MacKey(std::move(state));
}

MacType MacKey::type() const
{
    return m_state->type;
}

std::size_t MacKey::digestSize(bool whole) const
{
    const std::size_t size = rowOf(m_state->type).wholeSize;
    return whole ? size : std::min(size, LongestDigest);
}

Digest MacKey::digest(Bytes message, bool whole)
{
    std::array<std::byte, EVP_MAX_MD_SIZE> bytes{};
    const bool isHash = rowOf(m_state->type).keySize == 0;
    const bool done = isHash ? m_state->hash(message, bytes) : m_state->cmac(message, bytes);
    Digest digest;
    if (!done)
        return digest;
    digest.size = digestSize(whole);
    std::copy_n(bytes.begin(), digest.size, digest.bytes.begin());
    return digest;
}

bool MacKey::verifies(Bytes message, Bytes digest)
{
    const Digest ours = this->digest(message, digest.size() > LongestDigest);
    return ours.size > 0 && sameDigest(ours.view(), digest);
}

} // namespace noonmark::protocol
