// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/keys.h"

#include "core/config/keysfile.h"
#include "core/config/lowering.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

#include <map>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::daemon {

namespace {

// Of a line that the check has nothing to say about.
QString unusable()
{
    return QCoreApplication::translate("noonmark::daemon::Keys",
                                       "This key cannot be used: its type is not known here, or who may use it is "
                                       "written in a way that cannot be read.");
}

} // namespace

Result<KeysRead> readKeys(const QString &path)
{
    return system::readFile(path).map([&path](const system::FileContents &file) {
        const config::Document document(file.bytes.toStdString());
        std::map<int, QString> errors;
        for (const config::Diagnostic &finding : config::checkKeys(document)) {
            if (finding.severity == config::Severity::Error)
                errors.try_emplace(document.lineAt(finding.range.offset).number, wording::sentence(finding));
        }
        config::LoweredKeys lowered = config::lowerKeys(document);
        KeysRead read{std::move(lowered.keys), {}};
        for (const int line : lowered.unusable) {
            const auto error = errors.find(line);
            read.unusable += u"%1:%2: "_s.arg(path, QString::number(line)) +
                             (error != errors.end() ? error->second : unusable());
        }
        return read;
    });
}

} // namespace noonmark::daemon
