// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/check.h"

#include "core/config/check.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::daemon {

ExitStatus checkFile(const QString &path)
{
    QTextStream out(stdout);
    const auto file = system::readFile(path);
    if (!file) {
        QTextStream(stderr) << wording::sentence(file.error()) << Qt::endl;
        return ExitStatus::Unreadable;
    }
    const config::Document document(file->bytes.toStdString());
    config::Surroundings around;
    around.fileExists = [](const std::string &name) {
        return QFileInfo::exists(QString::fromStdString(name));
    };
    const auto findings = config::check(document, Dialect::Noonmark, around);
    for (const config::Diagnostic &finding : findings) {
        const auto [line, column] = document.position(finding.range.offset);
        out << u"%1:%2:%3: "_s.arg(path).arg(line).arg(column) << wording::name(finding.severity) << u": "_s
            << wording::sentence(finding) << u" ["_s << QLatin1StringView(config::findingId(finding.finding))
            << u"]\n"_s;
    }
    const bool isClean = std::ranges::all_of(findings, [](const config::Diagnostic &finding) {
        return finding.severity == config::Severity::Info;
    });
    return isClean ? ExitStatus::Success : ExitStatus::Findings;
}

} // namespace noonmark::daemon
