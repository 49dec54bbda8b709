// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/mutation.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>

// What libFuzzer has found to reach all that it reached, kept in tests/data/corpora: one input a line, in
// hexadecimal. tests/fuzz/keep.sh makes these files anew from what a longer run has found.
namespace fuzz {

inline std::vector<Datagram> keptCorpus(const char *name)
{
    QFile file(QStringLiteral(NOONMARK_TEST_DATA "/corpora/") + QLatin1String(name) + QStringLiteral(".txt"));
    std::vector<Datagram> inputs;
    if (!file.open(QIODevice::ReadOnly))
        return inputs;
    while (!file.atEnd()) {
        const QByteArray bytes = QByteArray::fromHex(file.readLine().trimmed());
        const auto *first = reinterpret_cast<const std::byte *>(bytes.constData());
        inputs.emplace_back(first, first + bytes.size());
    }
    return inputs;
}

// Every input of the corpus as it is, then damaged ones until the time is over: NOONMARK_SECONDS, or 20. The
// property that broke, or null; the input that broke it stands in the folder as "broken-NAME".
template <typename Property> const char *outliveKeptCorpus(const char *name, Property property)
{
    const std::vector<Datagram> corpus = keptCorpus(name);
    if (corpus.size() < 10)
        return "there is a corpus";
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("NOONMARK_SECONDS", &isSet);
    Mutator mutator(noonmark::Random::fromNumber(seed()), corpus);
    QElapsedTimer time;
    time.start();
    std::size_t done = 0;
    while (done < corpus.size() || time.elapsed() < (isSet ? wanted : 20) * 1000) {
        const Datagram input = done < corpus.size() ? corpus[done] : mutator.next();
        ++done;
        const char *broken = property(input);
        if (broken == nullptr)
            continue;
        QFile file(QStringLiteral("broken-") + QLatin1String(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(reinterpret_cast<const char *>(input.data()), static_cast<qint64>(input.size()));
        return broken;
    }
    qInfo("%zu inputs, %zu of them kept", done, corpus.size());
    return nullptr;
}

} // namespace fuzz
