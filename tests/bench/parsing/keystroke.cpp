// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/parsing/largefile.h"
#include "tests/ui/shell/fixture.h"

#include "ui/configurationtext.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

// keystroke [LINES]: what a key press costs in a file of that many lines, in the whole window with all its
// pages and on the page of the configuration: from the event until the text is painted anew. Then the longest
// time for which the window is busy with what follows when typing pauses.
using namespace noonmark;

namespace {

constexpr int Strokes = 40;

double milliseconds(const QElapsedTimer &since)
{
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

void print(const char *what, std::vector<double> times)
{
    std::ranges::sort(times);
    std::printf("%-34s %7.1f ms median  %7.1f ms worst\n", what, times[times.size() / 2], times.back());
}

// One key, and the painting that it asks for.
double stroke(ui::ConfigurationText &text, int key, const QString &character)
{
    QElapsedTimer since;
    since.start();
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, character);
    QCoreApplication::sendEvent(&text, &press);
    text.viewport()->repaint();
    text.window()->repaint();
    return milliseconds(since);
}

std::vector<double> strokes(ui::ConfigurationText &text, int key, const QString &character)
{
    std::vector<double> times;
    for (int i = 0; i < Strokes; ++i)
        times.push_back(stroke(text, key, character));
    return times;
}

// Until the findings are there.
void waitForFindings(const ui::ConfigurationSession &session)
{
    while (session.isChecking())
        QTest::qWait(10);
    QTest::qWait(500); // readings come later still
}

// Until the findings are there, and the readings after them.
double longestPause(const ui::ConfigurationSession &session)
{
    double longest = 0;
    QElapsedTimer settled;
    while (session.isChecking() || !settled.isValid() || !settled.hasExpired(1000)) {
        if (session.isChecking() || !settled.isValid())
            settled.start();
        QElapsedTimer since;
        since.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, milliseconds(since));
    }
    return longest;
}

// A page that was not seen while the file changed follows it when it is shown.
double turning(test::Window &window, const char *page)
{
    QElapsedTimer since;
    since.start();
    window.main.showPage(QString::fromLatin1(page));
    QCoreApplication::processEvents();
    return milliseconds(since);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int lines = argc > 1 ? std::atoi(argv[1]) : 100'000;
    test::Window window;
    window.openText(QByteArray::fromStdString(bench::largeFile(lines)));
    window.main.showPage(QStringLiteral("configuration"));
    auto &text = *window.find<ui::ConfigurationText>("configuration-text");
    waitForFindings(window.session);
    text.setFocus();
    window.session.setCurrentLine(lines / 2);
    text.moveCursor(QTextCursor::EndOfLine);
    stroke(text, Qt::Key_Space, QStringLiteral(" ")); // the first one lays out
    print("a letter", strokes(text, Qt::Key_X, QStringLiteral("x")));
    print("a letter taken back", strokes(text, Qt::Key_Backspace, {}));
    print("a new line", strokes(text, Qt::Key_Return, QStringLiteral("\r")));
    std::printf("%-34s %7.1f ms\n", "the pause after typing", longestPause(window.session));
    for (const char *page : {"access", "overview", "export"})
        std::printf("to the page %-22s %7.1f ms\n", page, turning(window, page));
    return 0;
}
