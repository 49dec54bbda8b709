// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/engine/enginestory.h"
#include "tests/fuzz/keptcorpus.h"
#include "tests/fuzz/mutation.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace noonmark;
using fuzz::Datagram;

namespace {

Datagram randomStory(Random &random, std::size_t length)
{
    Datagram story(length);
    for (std::byte &byte : story)
        byte = static_cast<std::byte>(random.below(256));
    return story;
}

} // namespace

class EngineFuzz : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatItPromisesInAnyStory()
    { // NOONMARK_SECONDS: how long; the tales of a longer run begin with those of a shorter one.
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("NOONMARK_SECONDS", &isSet);
        Random random = Random::fromNumber(fuzz::seed());
        QElapsedTimer time;
        time.start();
        std::size_t stories = 0;
        fuzz::StoryEnd sum;
        while (time.elapsed() < (isSet ? wanted : 5) * 1000) {
            const Datagram story = randomStory(random, 40 + random.below(4000));
            const fuzz::StoryEnd end = fuzz::tellEngine(story);
            if (end.broken != nullptr) {
                QFile file(QStringLiteral("broken-story"));
                if (file.open(QIODevice::WriteOnly))
                    file.write(reinterpret_cast<const char *>(story.data()),
                               static_cast<qint64>(story.size()));
            }
            QVERIFY2(end.broken == nullptr, end.broken);
            sum.steps += end.steps;
            sum.replies += end.replies;
            sum.effects += end.effects;
            ++stories;
        }
        qInfo("%zu stories, %zu steps, %zu replies, %zu effects", stories, sum.steps, sum.replies,
              sum.effects);
        QVERIFY(sum.effects > stories); // the stories reach what they are about
    }

    void outlivesTheKeptCorpus()
    {
        const char *property = fuzz::outliveKeptCorpus(
            "engine", [](const Datagram &story) { return fuzz::tellEngine(story).broken; });
        QVERIFY2(property == nullptr, property);
    }

    void tellsTheSameStoryTheSameWay()
    {
        Random random = Random::fromNumber(7);
        for (int i = 0; i < 20; ++i) {
            const Datagram story = randomStory(random, 2000);
            const fuzz::StoryEnd one = fuzz::tellEngine(story);
            const fuzz::StoryEnd other = fuzz::tellEngine(story);
            QCOMPARE(one.effects, other.effects);
            QCOMPARE(one.replies, other.replies);
        }
    }
};

QTEST_APPLESS_MAIN(EngineFuzz)
#include "tst_enginefuzz.moc"
