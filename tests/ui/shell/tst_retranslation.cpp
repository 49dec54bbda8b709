// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "core/config/directives.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>

using namespace noonmark;
using namespace noonmark::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// "Translates" every sentence by putting it in brackets: what stands outside of brackets after a live switch
// was either never passed to tr() or not asked for again. Independent of how complete the real translations
// are.
class Bracketing : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'\u27e6' + QString::fromUtf8(source) + u'\u27e7';
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

// What was rebuilt deletes its predecessors late.
void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QString outsideBrackets(const QString &text)
{
    QString rest;
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'\u27e6' ? 1 : c == u'\u27e7' ? -1 : 0;
        if (depth == 0 && c != u'\u27e7')
            rest += c;
    }
    return rest;
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        if (!line.startsWith(u'#'))
            lines.append(line);
    return lines;
}

struct Shown
{
    QString place;
    QString text;
};

void addHeads(const QAbstractItemView *view, QList<Shown> &shown)
{
    const QAbstractItemModel *model = view->model();
    const bool hasHead = view->findChild<QHeaderView *>() != nullptr;
    for (int column = 0; hasHead && model && column < model->columnCount(); ++column)
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
            shown.append({view->objectName() + u" head"_s,
                          model->headerData(column, Qt::Horizontal, role).toString()});
}

QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->statusTip(), widget->whatsThis(), widget->accessibleName()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        texts << box->title();
    if (const auto *menu = qobject_cast<const QMenu *>(widget))
        texts << menu->title();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        texts << edit->placeholderText();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        texts << edit->placeholderText();
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        for (int i = 0; i < combo->count(); ++i)
            texts << combo->itemText(i);
    if (const auto *list = qobject_cast<const QListWidget *>(widget))
        for (int i = 0; i < list->count(); ++i)
            texts << list->item(i)->text();
    return texts;
}

QList<Shown> everythingShown(const QWidget &top)
{
    QList<Shown> shown;
    for (const QWidget *widget : top.findChildren<QWidget *>()) {
        const QString place =
            QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        for (const QString &text : textsOf(widget))
            shown.append({place, text});
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            addHeads(view, shown);
    }
    for (const QAction *action : top.findChildren<QAction *>())
        for (const QString &text : {action->text(), action->statusTip(), action->whatsThis()})
            shown.append({u"action "_s + action->objectName(), text});
    return shown;
}

} // namespace

class TestRetranslation : public QObject
{
    Q_OBJECT

private slots:
    void aLiveSwitchReachesEveryString();
    void switchingBackLeavesNothingBehind();
};

void TestRetranslation::aLiveSwitchReachesEveryString()
{
    const QStringList skipped = linesOf(QStringLiteral(NOONMARK_HERE "/untranslated.txt"));
    QVERIFY(!skipped.isEmpty());
    Window window;
    window.open(u"master-isolated-zh.conf"_s);
    window.show(frame(0, {localClock(), source("192.0.2.1", engine::Tally::Candidate, 1e-3)}));
    window.main.showProblem([] { return u"192.0.2.1"_s; });
    Bracketing brackets;
    QCoreApplication::installTranslator(&brackets);
    settle();
    static const QRegularExpression word(u"[A-Za-z]{3,}"_s);
    QStringList left;
    for (const Shown &one : everythingShown(window.main)) {
        QString rest = outsideBrackets(one.text);
        for (const QString &skip : skipped)
            rest.replace(skip, QString());
        const bool isOfTheFile = config::findDirective(rest.toStdString()) != nullptr;
        if (rest.contains(word) && !isOfTheFile)
            left.append(one.place + u": "_s + one.text);
    }
    left.removeDuplicates();
    QCoreApplication::removeTranslator(&brackets);
    QVERIFY2(left.isEmpty(), qPrintable(u'\n' + left.join(u'\n')));
}

void TestRetranslation::switchingBackLeavesNothingBehind()
{
    Window window;
    window.open(u"master-isolated-zh.conf"_s);
    window.show(frame(0, {localClock()}));
    {
        Bracketing brackets;
        QCoreApplication::installTranslator(&brackets);
        settle();
        QCoreApplication::removeTranslator(&brackets);
        settle();
    }
    for (const Shown &one : everythingShown(window.main))
        QVERIFY2(!one.text.contains(u'\u27e6'), qPrintable(one.place + u": "_s + one.text));
}

QTEST_MAIN(TestRetranslation)
#include "tst_retranslation.moc"
