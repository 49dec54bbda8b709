// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MD5 and SHA-1 by their old names: the new door costs more than the digest of 48 bytes itself, and cannot
// keep a state that has the key in it already.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "core/protocol/mac.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/sha.h>

#include <algorithm>
#include <string>
#include <utility>
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
    void operator()(EVP_CIPHER *p) const { EVP_CIPHER_free(p); }
    void operator()(EVP_CIPHER_CTX *p) const { EVP_CIPHER_CTX_free(p); }
};
template <typename T> using Owned = std::unique_ptr<T, Free>;

const unsigned char *octets(Bytes bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *octets(MutableBytes bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

constexpr std::size_t BlockSize = 16; // of AES
using Block = std::array<std::byte, BlockSize>;

// AES-CMAC (RFC 4493) with one call for a whole message. The cipher runs on in CBC mode from message to
// message, because to begin anew would cost more than the three blocks of a packet: what it still chains is
// taken out of the first block again.
class Cmac
{
public:
    bool prepare(const char *algorithm, Bytes secret)
    {
        const Owned<EVP_CIPHER> cipher(EVP_CIPHER_fetch(nullptr, algorithm, nullptr));
        m_context.reset(EVP_CIPHER_CTX_new());
        const bool ready = cipher && m_context &&
                           EVP_EncryptInit_ex2(m_context.get(), cipher.get(), octets(secret),
                                               octets(Bytes(m_chained)), nullptr) == 1 &&
                           EVP_CIPHER_CTX_set_padding(m_context.get(), 0) == 1;
        Block nothing{};
        if (!ready || !encrypt(nothing))
            return false;
        m_whole = doubled(nothing);
        m_filled = doubled(m_whole);
        OPENSSL_cleanse(nothing.data(), nothing.size());
        return true;
    }
    ~Cmac()
    {
        OPENSSL_cleanse(m_whole.data(), m_whole.size());
        OPENSSL_cleanse(m_filled.data(), m_filled.size());
    }

    bool digest(Bytes message, MutableBytes out)
    {
        std::array<std::byte, 32 * BlockSize> room;
        Block chained = m_chained;
        while (message.size() > room.size()) {
            std::copy_n(message.begin(), room.size(), room.begin());
            blend(MutableBytes(room), std::exchange(chained, {}));
            if (!encrypt(room))
                return false;
            message = message.subspan(room.size());
        }
        const std::size_t blocks = std::max<std::size_t>(1, (message.size() + BlockSize - 1) / BlockSize);
        const MutableBytes rest = MutableBytes(room).first(blocks * BlockSize);
        std::copy(message.begin(), message.end(), rest.begin());
        if (message.size() < rest.size()) {
            std::fill(rest.begin() + static_cast<std::ptrdiff_t>(message.size()), rest.end(), std::byte{0});
            rest[message.size()] = std::byte{0x80};
        }
        blend(rest.last(BlockSize), message.size() < rest.size() ? m_filled : m_whole);
        blend(rest, chained);
        if (!encrypt(rest))
            return false;
        std::copy(m_chained.begin(), m_chained.end(), out.begin());
        return true;
    }

private:
    static void blend(MutableBytes bytes, const Block &with)
    {
        for (std::size_t i = 0; i < BlockSize; ++i)
            bytes[i] ^= with[i];
    }
    // The first step of RFC 4493's subkeys: times x in the field.
    static Block doubled(const Block &block)
    {
        Block result{};
        for (std::size_t i = 0; i < BlockSize; ++i) {
            const unsigned next = i + 1 < BlockSize ? std::to_integer<unsigned>(block[i + 1]) : 0;
            result[i] = static_cast<std::byte>(std::to_integer<unsigned>(block[i]) << 1 | next >> 7);
        }
        if ((block[0] & std::byte{0x80}) != std::byte{0})
            result[BlockSize - 1] ^= std::byte{0x87};
        return result;
    }
    bool encrypt(MutableBytes blocks)
    {
        int size = 0;
        const auto length = static_cast<int>(blocks.size());
        if (EVP_EncryptUpdate(m_context.get(), octets(blocks), &size, octets(blocks), length) != 1 ||
            size != length)
            return false;
        std::copy_n(blocks.end() - BlockSize, BlockSize, m_chained.begin());
        return true;
    }

    Owned<EVP_CIPHER_CTX> m_context;
    Block m_chained{};
    Block m_whole{};  // blended into a last block that the message fills,
    Block m_filled{}; // and into one that was filled up
};

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
    ~State()
    {
        OPENSSL_cleanse(secret.data(), secret.size());
        OPENSSL_cleanse(&keyedMd5, sizeof keyedMd5);
        OPENSSL_cleanse(&keyedSha1, sizeof keyedSha1);
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    bool prepare();
    bool hash(Bytes message, MutableBytes out);

    MacType type;
    std::vector<std::byte> secret;
    Owned<EVP_MD> algorithm;
    Owned<EVP_MD_CTX> hashContext;
    MD5_CTX keyedMd5{}; // the key is in it
    SHA_CTX keyedSha1{};
    Cmac keyedCmac;
};

bool MacKey::State::prepare()
{
    const TypeRow &row = rowOf(type);
    if (row.keySize == 0) {
        algorithm.reset(EVP_MD_fetch(nullptr, row.algorithm, nullptr));
        hashContext.reset(EVP_MD_CTX_new());
        MD5_Init(&keyedMd5);
        MD5_Update(&keyedMd5, secret.data(), secret.size());
        SHA1_Init(&keyedSha1);
        SHA1_Update(&keyedSha1, secret.data(), secret.size());
        return algorithm && hashContext;
    }
    secret.resize(row.keySize);
    return keyedCmac.prepare(row.algorithm, secret);
}

bool MacKey::State::hash(Bytes message, MutableBytes out)
{
    if (type == MacType::Md5) {
        MD5_CTX md5 = keyedMd5;
        return MD5_Update(&md5, message.data(), message.size()) == 1 && MD5_Final(octets(out), &md5) == 1;
    }
    if (type == MacType::Sha1) {
        SHA_CTX sha1 = keyedSha1;
        return SHA1_Update(&sha1, message.data(), message.size()) == 1 && SHA1_Final(octets(out), &sha1) == 1;
    }
    EVP_MD_CTX *context = hashContext.get();
    unsigned int size = 0;
    return EVP_DigestInit_ex2(context, algorithm.get(), nullptr) == 1 &&
           EVP_DigestUpdate(context, secret.data(), secret.size()) == 1 &&
           EVP_DigestUpdate(context, message.data(), message.size()) == 1 &&
           EVP_DigestFinal_ex(context, octets(out), &size) == 1;
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
    const bool done = isHash ? m_state->hash(message, bytes) : m_state->keyedCmac.digest(message, bytes);
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
