// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"
#include "core/config/check.h"
#include "core/config/lowering.h"
#include "core/config/reading.h"

#include <QtTest>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <new>

#include <malloc.h>

using namespace noonmark;
using namespace noonmark::config;

namespace {

using MakeLine = std::function<std::string(int)>;

std::string host(int i)
{
    return "10." + std::to_string(i >> 16 & 255) + '.' + std::to_string(i >> 8 & 255) + '.' +
           std::to_string(i & 255);
}

std::string repeated(const MakeLine &line, int count)
{
    std::string text = "driftfile /var/lib/ntp/drift\nrestrict default ignore\nserver a.example iburst\n";
    for (int i = 0; i < count; ++i)
        text += line(i);
    return text + '\n';
}

// Everything that the window asks of a file.
void readAll(const std::string &text)
{
    Document document(text);
    static_cast<void>(check(document, Dialect::Ntpsec));
    static_cast<void>(accessTableWithSources(document, Dialect::Ntpd));
    static_cast<void>(lower(document, Dialect::Noonmark));
    static_cast<void>(guessDialect(document));
    static_cast<void>(readings(document, Dialect::Ntpd));
}

// Time of this process alone: a busy machine does not count.
double seconds(const std::string &text)
{
    const std::clock_t before = std::clock();
    readAll(text);
    return static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

std::size_t bytesInUse = 0;
std::size_t mostInUse = 0;

// The most memory that is held at one time.
std::size_t memory(const std::string &text)
{
    const std::size_t before = bytesInUse;
    mostInUse = before;
    readAll(text);
    return mostInUse - before;
}

} // namespace

// The test has one thread.
void *operator new(std::size_t size)
{
    void *memory = std::malloc(size);
    if (!memory)
        throw std::bad_alloc();
    bytesInUse += malloc_usable_size(memory);
    mostInUse = std::max(mostInUse, bytesInUse);
    return memory;
}

// The sanitizer's own would not come here.
void *operator new(std::size_t size, const std::nothrow_t & /*tag*/) noexcept
{
    try {
        return operator new(size);
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

void operator delete(void *memory) noexcept
{
    bytesInUse -= malloc_usable_size(memory);
    std::free(memory);
}

void operator delete(void *memory, std::size_t /*size*/) noexcept
{
    operator delete(memory);
}

// A file eight times as long takes about eight times the work; with quadratic work anywhere it would be 64
// times.
class LargeFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void growsLinearly_data()
    {
        QTest::addColumn<MakeLine>("line");
        const auto row = [](const char *name, const MakeLine &line) { QTest::newRow(name) << line; };
        row("hosts", [](int i) { return "restrict " + host(i) + " kod nomodify\n"; });
        row("prefixes", [](int i) { return "restrict " + host(i << 4) + "/28 nomodify\n"; });
        row("IPv6 hosts",
            [](int i) { return "restrict 2001:db8::" + std::to_string(i % 9999) + ":1 nomodify\n"; });
        row("holes", [](int i) { return "restrict " + host(i << 8 | 5) + " mask 255.255.0.255\n"; });
        row("keys wanted", [](int i) { return "restrict " + host(i) + " notrust\n"; });
        row("one host", [](int) { return std::string("restrict 10.1.2.3 nomodify\n"); });
        row("names", [](int i) { return "server n" + std::to_string(i) + ".example\n"; });
        row("numeric sources", [](int i) { return "server " + host(i) + "\nrestrict source noquery\n"; });
        row("clocks", [](int i) { return "fudge 127.127.1." + std::to_string(i % 256) + " stratum 9\n"; });
        row("two commands", [](int i) { return "server n" + std::to_string(i) + ".example ; server b\n"; });
        row("misspelt", [](int i) { return "sever n" + std::to_string(i) + ".example\n"; });
        row("trusted keys", [](int) { return std::string("trustedkey (1 ... 65535)\n"); });
        row("flags of one line",
            [](int i) { return (i == 0 ? "restrict 10.1.2.3" : std::string(" nomodify")); });
        row("words of one line", [](int i) { return (i == 0 ? "restrict 10.1.2.3" : std::string(" a;b")); });
        row("NULs of one line",
            [](int i) { return i == 0 ? std::string("keys \"") : std::string(" \0", 2); });
    }

    void usesMemoryInProportion_data() { growsLinearly_data(); }
    void usesMemoryInProportion()
    {
        QFETCH(MakeLine, line);
        constexpr int Few = 500;
        constexpr int Growth = 8;
        const std::size_t small = memory(repeated(line, Few));
        const std::size_t large = memory(repeated(line, Growth * Few));
        constexpr double Slack = 1.5;        // vectors grow by doubling
        constexpr std::size_t PerByte = 600; // where every second byte is a word
        const std::size_t bytes = repeated(line, Growth * Few).size();
        qInfo("%zu bytes of memory for each byte of the file", large / bytes);
        QVERIFY2(static_cast<double>(large) < Slack * Growth * static_cast<double>(small),
                 qPrintable(QStringLiteral("%1 bytes, then %2").arg(small).arg(large)));
        QVERIFY(large < PerByte * bytes);
    }

    void growsLinearly()
    {
        QFETCH(MakeLine, line);
        constexpr int Few = 500;
        constexpr int Growth = 8;
        const double small = seconds(repeated(line, Few));
        const double large = seconds(repeated(line, Growth * Few));
        constexpr double Noise = 0.05; // caches, and the clock's own steps
        QVERIFY2(large < 3 * Growth * (small + Noise / Growth),
                 qPrintable(QStringLiteral("%1 s, then %2 s").arg(small).arg(large)));
    }
};

QTEST_APPLESS_MAIN(LargeFilesTest)
#include "tst_largefiles.moc"
