// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/target.h"
#include "ui/saying.h"

#include <QIcon>
#include <QWidget>

namespace noonmark::ui {

// One page of the window: an entry in the list on the left and the widget beside it. A page sets no text in
// its constructor; it sets all of them in retranslate() and calls that once at the end of its constructor.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    // "overview": stable for ever; names the page in settings, tests and links.
    [[nodiscard]] virtual QString id() const = 0;
    // For the list, in the language of the moment.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QIcon icon() const = 0;
    // The news of the target, for pages that show it; also called while the page is hidden.
    virtual void showFrame(const monitor::Frame &frame);

signals:
    // A sentence for the message bar.
    void problemOccurred(const noonmark::ui::Saying &problem);
    // Something on another page is meant, for example a finding: the window goes there.
    void pageRequested(const QString &pageId);

protected:
    void changeEvent(QEvent *event) override;
    // Sets every text anew. Cheap and repeatable: a language switch calls it several times.
    virtual void retranslate() = 0;
};

} // namespace noonmark::ui
