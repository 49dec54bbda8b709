// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/check.h"

#include "core/config/filetree.h"
#include "core/system/diskfiles.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

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
    const config::FileTree tree(path.toStdString(), config::Document(file->bytes.toStdString()),
                                Dialect::Noonmark, system::diskReader());
    const auto findings = config::check(tree, system::thisMachine(), config::Sharing::Untold);
    for (const auto &[index, finding, fixFiles] : findings) {
        const config::TreeFile &of = tree.files()[index];
        const auto [line, column] = of.document.position(finding.range.offset);
        out << u"%1:%2:%3: "_s.arg(QString::fromStdString(of.path), QString::number(line),
                                   QString::number(column))
            << wording::name(finding.severity) << u": "_s << wording::sentence(finding) << u" ["_s
            << QLatin1StringView(config::findingId(finding.finding)) << u"]\n"_s;
    }
    const bool isClean = std::ranges::all_of(findings, [](const config::FileDiagnostic &finding) {
        return finding.diagnostic.severity == config::Severity::Info;
    });
    return isClean ? ExitStatus::Success : ExitStatus::Findings;
}

} // namespace noonmark::daemon
