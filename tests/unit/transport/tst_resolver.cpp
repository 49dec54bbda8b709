// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/resolver.h"

#include <QtTest>

using namespace noonmark;
using engine::NameAnswer;
using transport::Resolver;

Q_DECLARE_METATYPE(NameAnswer)

class ResolverTest : public QObject
{
    Q_OBJECT

private slots:
    void answersANumberQueuedAndAtOnce()
    {
        Resolver resolver;
        QSignalSpy answers(&resolver, &Resolver::answered);
        resolver.ask({7, "192.0.2.1", std::nullopt});
        QCOMPARE(answers.count(), 0);
        QVERIFY(answers.wait());
        const auto answer = answers.front().front().value<NameAnswer>();
        QCOMPARE(answer.question, 7U);
        QCOMPARE(answer.addresses, std::vector{*IpAddress::parse("192.0.2.1")});
    }

    void keepsToTheFamilyAskedFor()
    {
        Resolver resolver;
        QSignalSpy answers(&resolver, &Resolver::answered);
        resolver.ask({8, "192.0.2.1", Family::V6});
        QVERIFY(answers.wait());
        QVERIFY(answers.front().front().value<NameAnswer>().addresses.empty());
    }

    void asksTheSystemOnAHelperThread()
    {
        Resolver resolver;
        QSignalSpy answers(&resolver, &Resolver::answered);
        resolver.ask({9, "localhost", Family::V4});
        QVERIFY(answers.wait());
        const auto answer = answers.front().front().value<NameAnswer>();
        QCOMPARE(answer.addresses, std::vector{*IpAddress::parse("127.0.0.1")});
    }

    void tellsTheSystemsWordsForAFailure()
    {
        Resolver resolver;
        QSignalSpy answers(&resolver, &Resolver::answered);
        resolver.ask({10, std::string(300, 'a'), std::nullopt}); // too long to be asked on any network
        QVERIFY(answers.wait());
        const auto answer = answers.front().front().value<NameAnswer>();
        QVERIFY(answer.addresses.empty());
        QVERIFY(!answer.trouble.empty());
    }

    void goesWhileQuestionsAreOpen()
    {
        auto resolver = std::make_unique<Resolver>();
        for (std::uint32_t i = 0; i < 100; ++i)
            resolver->ask({i, "localhost", std::nullopt});
        resolver.reset();
        QCoreApplication::processEvents(); // answers to nobody
    }
};

QTEST_GUILESS_MAIN(ResolverTest)
#include "tst_resolver.moc"
