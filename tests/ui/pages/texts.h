// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/wording.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCoreApplication>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTranslator>

// Translates every text to itself in brackets, so that a text which does not follow a switch of language
// shows.
class BracketTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *text, const char *, int) const override
    {
        return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(text));
    }
};

// Names of programs are the same in every language.
inline QStringList dialectNames()
{
    using noonmark::Dialect;
    return {noonmark::wording::name(Dialect::Ntpd), noonmark::wording::name(Dialect::Ntpsec),
            noonmark::wording::name(Dialect::Noonmark)};
}

// The texts of a page that are not in brackets, without those that come from the file or are words of
// ntp.conf.
inline QStringList textsLeftBehind(const QWidget &page, const QStringList &data)
{
    QStringList left;
    const auto look = [&](const QString &text) {
        if (!text.isEmpty() && !text.contains(u'⟦') && !data.contains(text))
            left.append(text);
    };
    for (const auto *label : page.findChildren<QLabel *>())
        look(label->text());
    for (const auto *button : page.findChildren<QAbstractButton *>())
        look(button->text());
    for (const auto *group : page.findChildren<QGroupBox *>())
        look(group->title());
    for (const auto *combo : page.findChildren<QComboBox *>())
        for (int i = 0; i < combo->count(); ++i)
            look(combo->itemText(i));
    for (const auto *tabs : page.findChildren<QTabBar *>())
        for (int i = 0; i < tabs->count(); ++i)
            look(tabs->tabText(i));
    for (const auto *head : page.findChildren<QHeaderView *>())
        for (int i = 0; head->orientation() == Qt::Horizontal && head->model() && i < head->count(); ++i)
            look(head->model()->headerData(i, Qt::Horizontal).toString());
    return left;
}
