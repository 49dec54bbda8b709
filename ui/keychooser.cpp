// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keychooser.h"

#include "core/protocol/mac.h"
#include "core/system/privilegedfile.h"

#include "ui/configurationsession.h"
#include "ui/keydialog.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

// Those of a keys file that can sign a question. Who else may use a key is the server's affair.
std::vector<monitor::QueryKey> queryKeys(const config::Document &keys)
{
    std::vector<monitor::QueryKey> result;
    for (const config::KeyLine &line : config::keyLines(keys)) {
        const auto number = line.key();
        const auto type = protocol::macTypeFromName(line.type.text);
        const auto secret = config::secretOf(line);
        if (number && type && secret && !secret->empty())
            result.push_back({static_cast<std::uint32_t>(*number), *type, *secret});
    }
    return result;
}

} // namespace

KeyChooser::KeyChooser(const ConfigurationSession &session, QWidget *parent)
    : QComboBox(parent)
    , m_session(session)
{
    setObjectName(u"query-key"_s);
    setSizeAdjustPolicy(AdjustToContents);
    addItems({QString(), QString(), QString()}); // no key, a file, a typed one
    insertSeparator(1);
    connect(this, &QComboBox::activated, this, &KeyChooser::chosen);
    connect(&session, &ConfigurationSession::filesChanged, this, &KeyChooser::offerSessionKeys);
    retranslate();
}

void KeyChooser::retranslate()
{
    //: Of the questions to a server: they carry no authentication code.
    setItemText(0, tr("Unsigned"));
    setItemText(count() - 2, tr("Keys of a file…"));
    setItemText(count() - 1, tr("Type a key…"));
    setAccessibleName(tr("Key that signs the questions"));
    setToolTip(tr("Signs each question with a key that the server knows, and believes only answers that are "
                  "signed with it."));
}

std::optional<monitor::QueryKey> KeyChooser::key() const
{
    const int index = m_row - 1;
    return index >= 0 && index < keyCount() ? std::optional(m_keys[static_cast<std::size_t>(index)])
                                            : std::nullopt;
}

void KeyChooser::showPopup()
{
    offerSessionKeys();
    QComboBox::showPopup();
}

// Those of the configuration that is edited, as they are now.
void KeyChooser::offerSessionKeys()
{
    if (const EditedFile *file = m_session.keysFile())
        for (const monitor::QueryKey &key : queryKeys(file->document()))
            add(key);
}

// One number has one key, the last that was offered.
void KeyChooser::add(const monitor::QueryKey &key)
{
    const auto found = std::ranges::find(m_keys, key.number, &monitor::QueryKey::number);
    if (found != m_keys.end()) {
        *found = key;
        return;
    }
    const std::string_view type = protocol::macTypeName(key.type);
    //: A symmetric key in a list. %1: its number, %2: its kind, such as SHA256.
    const QString text = tr("Key %1 (%2)")
                             .arg(key.number)
                             .arg(QString::fromLatin1(type.data(), static_cast<qsizetype>(type.size())));
    m_keys.push_back(key);
    insertItem(keyCount(), text);
}

void KeyChooser::offer(const config::Document &keys)
{
    const auto usable = queryKeys(keys);
    for (const monitor::QueryKey &key : usable)
        add(key);
    if (usable.empty()) {
        emit problemOccurred([] { return tr("There is no key in it that can sign."); });
        return;
    }
    const auto first = std::ranges::find(m_keys, usable.front().number, &monitor::QueryKey::number);
    m_row = static_cast<int>(first - m_keys.begin()) + 1;
    setCurrentIndex(m_row);
}

void KeyChooser::chosen(int row)
{
    if (row <= keyCount()) {
        m_row = row;
        return;
    }
    const bool isFile = row == count() - 2;
    setCurrentIndex(m_row); // until there is something to choose
    if (isFile)
        openFile();
    else
        typeKey();
}

void KeyChooser::openFile()
{
    auto *dialog = new QFileDialog(window(), tr("Keys of a file"), m_session.suggestedKeysFile());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const auto file = system::readFile(path))
            offer(config::Document(file->bytes.toStdString()));
        else
            emit problemOccurred(saying(file.error()));
    });
    dialog->open();
}

void KeyChooser::typeKey()
{
    config::KeyLine empty;
    empty.number.text = "1";
    empty.type.text = "AES128CMAC";
    auto *dialog = new KeyDialog(config::Document(std::string()), empty, window());
    dialog->setWindowTitle(tr("Sign with a key"));
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { offer(config::Document(dialog->lineText())); });
    dialog->open();
}

} // namespace noonmark::ui
