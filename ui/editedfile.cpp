// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editedfile.h"

#include "core/config/movedfindings.h"
#include "core/system/privilegedfile.h"

#include <QFileInfo>

#include <utility>

namespace noonmark::ui {

// One step of the undo stack: what was typed in one go, or one deed in a form. `m_steps` holds what to do
// next, so each redo and undo turns it into its inverse.
class EditCommand : public QUndoCommand
{
public:
    EditCommand(EditedFile &file, config::Edits edits, const QString &name, int mergeId)
        : QUndoCommand(name)
        , m_file(file)
        , m_mergeId(mergeId == 0 ? -1 : mergeId)
    {
        m_steps.push_back(std::move(edits));
    }

    void redo() override { m_file.redo(m_steps); }
    void undo() override { m_file.undo(m_steps); }
    [[nodiscard]] int id() const override { return m_mergeId; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &next = static_cast<const EditCommand *>(other)->m_steps;
        m_steps.insert(m_steps.end(), next.begin(), next.end());
        return true;
    }

private:
    EditedFile &m_file;
    std::vector<config::Edits> m_steps;
    int m_mergeId;
};

EditedFile::EditedFile(QString path, config::FileRole role, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_role(role)
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &EditedFile::savedStateChanged);
    connect(&m_undoStack, &QUndoStack::indexChanged, this, &EditedFile::tellStep);
}

EditedFile::~EditedFile()
{
    m_undoStack.disconnect(); // the stack announces its own end
}

Result<void> EditedFile::read()
{
    auto contents = system::readFile(m_path);
    if (!contents)
        return tl::unexpected(contents.error());
    m_savedHash = contents->hash;
    m_document = config::Document(contents->bytes.toStdString());
    m_undoStack.clear();
    diagnostics.clear();
    currentLine = 1;
    setDiskState(DiskState::Same);
    return {};
}

Result<void> EditedFile::save()
{
    return write(m_path, m_savedHash);
}

Result<void> EditedFile::saveAs(const QString &path)
{
    QByteArray seenHash;
    if (QFileInfo::exists(path)) {
        auto present = system::readFile(path);
        if (!present)
            return tl::unexpected(present.error());
        seenHash = present->hash;
    }
    return write(path, seenHash);
}

Result<void> EditedFile::write(const QString &path, const QByteArray &seenHash)
{
    const bool isSecret = m_role == config::FileRole::Keys;
    auto written = system::replaceFile(path, bytes(), seenHash,
                                       isSecret ? system::Privacy::Owner : system::Privacy::AsBefore);
    if (!written) {
        lookAtDisk();
        return tl::unexpected(written.error());
    }
    m_path = path;
    m_savedHash = *written;
    m_undoStack.setClean();
    setDiskState(DiskState::Same);
    emit savedStateChanged();
    return {};
}

void EditedFile::lookAtDisk()
{
    if (m_path.isEmpty())
        return;
    if (!QFileInfo::exists(m_path)) {
        setDiskState(m_savedHash.isEmpty() ? DiskState::Same : DiskState::Gone);
        return;
    }
    // A file that can not be read at this moment is being written: there will be another look.
    const auto contents = system::readFile(m_path);
    if (!contents)
        return;
    const bool becameOurs = contents->hash != m_savedHash && contents->bytes == bytes();
    if (becameOurs) {
        m_savedHash = contents->hash;
        m_undoStack.setClean();
    }
    setDiskState(contents->hash == m_savedHash ? DiskState::Same : DiskState::Changed);
}

void EditedFile::setDiskState(DiskState state)
{
    if (std::exchange(m_diskState, state) != state)
        emit diskStateChanged(state);
}

Result<QByteArray> EditedFile::bytesOnDisk() const
{
    return system::readFile(m_path).map([](const system::FileContents &contents) { return contents.bytes; });
}

void EditedFile::keepMine()
{
    const auto contents = system::readFile(m_path);
    m_savedHash = contents ? contents->hash : QByteArray();
    m_undoStack.resetClean();
    setDiskState(DiskState::Same);
}

Result<void> EditedFile::takeTheirs()
{
    const auto contents = system::readFile(m_path);
    if (!contents)
        return tl::unexpected(contents.error());
    push(config::difference(m_document.bytes(), contents->bytes.toStdString()), tr("Take the file on disk"));
    m_savedHash = contents->hash;
    m_undoStack.setClean();
    setDiskState(DiskState::Same);
    return {};
}

void EditedFile::push(config::Edits edits, const QString &name, int mergeId)
{
    if (!edits.empty())
        m_undoStack.push(new EditCommand(*this, std::move(edits), name, mergeId));
}

void EditedFile::redo(std::vector<config::Edits> &steps)
{
    for (auto &step : steps)
        apply(step);
    emit changed();
}

void EditedFile::undo(std::vector<config::Edits> &steps)
{
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        apply(*step);
    emit changed();
}

void EditedFile::apply(config::Edits &edits)
{
    diagnostics = config::movedFindings(std::move(diagnostics), edits);
    edits = m_document.apply(std::move(edits));
}

void EditedFile::tellStep(int index)
{
    const int before = std::exchange(m_index, index);
    const bool isForward = index > before;
    const QString name = m_undoStack.text(isForward ? index - 1 : index);
    // The same index: typing goes on. No name: the file was read anew.
    if (index != before && !name.isEmpty())
        emit stepped(name, isForward);
}

} // namespace noonmark::ui
