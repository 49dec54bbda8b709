// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/config/keysfile.h"
#include "core/protocol/mac.h"

#include <algorithm>
#include <string>

// What must hold of ntp.keys, whatever its bytes are; nullptr, or the property that does not.
inline const char *brokenSecretProperty(const noonmark::config::KeyLine &line)
{
    using namespace noonmark;
    const auto secret = config::secretOf(line);
    if (!secret)
        return line.isHexadecimal() ? nullptr : "text is a secret as it is";
    if (secret->size() != line.bytes())
        return "a secret has the length that is told";
    const auto type = protocol::macTypeFromName(line.type.text);
    if (!type)
        return nullptr;
    auto key = protocol::MacKey::make(*type, std::as_bytes(std::span(*secret)));
    if (!key)
        return nullptr;
    const protocol::Digest digest = key->digest(std::as_bytes(std::span(*secret)));
    return key->verifies(std::as_bytes(std::span(*secret)), digest.view()) ? nullptr
                                                                           : "a key verifies what it signed";
}

inline const char *brokenKeyLineProperty(const noonmark::config::Document &keys,
                                         const noonmark::config::KeyLine &line)
{
    using namespace noonmark::config;
    for (const KeyField *field : {&line.number, &line.type, &line.value})
        if (field->range.end() > keys.bytes().size() ||
            (!field->text.empty() && keys.text(field->range) != field->text))
            return "a field is what the file has there";
    if (line.hosts && keys.text(line.hosts->range) != line.hosts->text)
        return "the hosts are what the file has there";
    Document copy = keys;
    copy.apply(setKeyComment(keys, line, "who\nelse"));
    const auto again = keyLines(copy);
    const auto same = std::ranges::find(again, line.line, &KeyLine::line);
    const bool kept = same != again.end() && same->number.text == line.number.text &&
                      same->value.text == line.value.text && same->comment.has_value();
    if (!kept && !(line.comment && line.comment->length == 0))
        return "a comment changes nothing but itself";
    return brokenSecretProperty(line);
}

inline const char *brokenFindingsProperty(const noonmark::config::Document &keys,
                                          const std::vector<noonmark::config::KeyLine> &lines)
{
    using namespace noonmark::config;
    for (const Diagnostic &finding : checkKeys(keys)) {
        if (finding.range.end() > keys.bytes().size())
            return "a finding points into the file";
        for (const std::string &argument : finding.arguments)
            for (const KeyLine &line : lines)
                if (line.value.text.size() > 12 && argument.find(line.value.text) != std::string::npos)
                    return "a finding does not tell a secret";
        for (const Fix &fix : finding.fixes) {
            Document copy = keys;
            copy.apply(fix.edits);
        }
    }
    return nullptr;
}

inline const char *brokenKeysFileProperty(noonmark::Bytes bytes)
{
    using namespace noonmark::config;
    const Document keys(std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size()));
    const auto lines = keyLines(keys);
    for (const KeyLine &line : lines)
        if (const char *broken = brokenKeyLineProperty(keys, line))
            return broken;
    if (const char *broken = brokenFindingsProperty(keys, lines))
        return broken;
    auto random = noonmark::Random::fromNumber(bytes.size());
    const int number = freeKeyNumber(keys);
    Document copy = keys;
    copy.apply(addKey(keys, newKeyLine(number, keyTypes()[bytes.size() % keyTypes().size()], random)));
    const auto grown = keyLines(copy);
    const auto added =
        std::ranges::find_if(grown, [number](const KeyLine &line) { return line.key() == number; });
    if (added == grown.end() || !isKeyValue(added->value.text) || grown.size() != lines.size() + 1)
        return "a new key joins the others";
    return nullptr;
}
