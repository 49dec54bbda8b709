// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/privilegedfile.h"

#include "core/base/descriptor.h"
#include "core/base/reason.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace noonmark::system {

namespace {

constexpr qint64 Largest = 16 << 20;

Error unreadable(const QString &path, int number)
{
    return {Failure::FileUnreadable, {path.toStdString(), std::strerror(number)}};
}

Error unwritable(const QString &path, int number)
{
    const Failure failure =
        number == EACCES || number == EPERM ? Failure::NotPermitted : Failure::FileUnwritable;
    if (failure == Failure::NotPermitted)
        return {failure, {path.toStdString()}};
    return {failure, {path.toStdString(), std::strerror(number)}};
}

// Reads to the end, or gives the errno. EFBIG for what nobody would read.
tl::expected<QByteArray, int> readAll(int descriptor)
{
    QByteArray bytes;
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t count = read(descriptor, block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return tl::unexpected(errno);
        if (count == 0)
            return bytes;
        bytes.append(block.data(), count);
        if (bytes.size() > Largest)
            return tl::unexpected(EFBIG);
    }
}

int writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        done += count;
    }
    return 0;
}

// The file a path leads to in the end, which need not exist. Empty if the links run in a circle.
QString followLinks(const QString &path)
{
    QString target = path;
    for (int hop = 0; hop < 40; ++hop) {
        const QFileInfo info(target);
        if (!info.isSymLink())
            return info.absoluteFilePath();
        target = info.symLinkTarget();
    }
    return {};
}

// What a new file takes over from the one in whose place it comes.
struct Looks
{
    mode_t mode = 0644;
    uid_t owner = 0;
    gid_t group = 0;
    bool inherited = false;
};

int dress(int descriptor, const Looks &looks)
{
    if (!looks.inherited)
        return fchmod(descriptor, looks.mode) == 0 ? 0 : errno;
    struct stat present
    {};
    if (fstat(descriptor, &present) != 0)
        return errno;
    const bool sameOwner = present.st_uid == looks.owner && present.st_gid == looks.group;
    if (!sameOwner && fchown(descriptor, looks.owner, looks.group) != 0)
        return errno;
    return fchmod(descriptor, looks.mode) == 0 ? 0 : errno;
}

// A file beside the target that is removed again unless it was renamed into place.
class Draft
{
public:
    explicit Draft(const QString &target)
        : m_path(QFile::encodeName(target + QStringLiteral(".XXXXXX")))
        , m_descriptor(mkostemp(m_path.data(), O_CLOEXEC))
        , m_error(m_descriptor.isOpen() ? 0 : errno)
    {}
    ~Draft()
    {
        if (m_descriptor.isOpen() && !m_placed)
            unlink(m_path.constData());
    }
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;

    [[nodiscard]] int fill(const QByteArray &bytes, const Looks &looks)
    {
        if (m_error == 0)
            m_error = writeAll(m_descriptor.number(), bytes);
        if (m_error == 0)
            m_error = dress(m_descriptor.number(), looks);
        if (m_error == 0 && fsync(m_descriptor.number()) != 0)
            m_error = errno;
        return m_error;
    }
    [[nodiscard]] int placeAt(const QString &path)
    {
        m_placed = rename(m_path.constData(), QFile::encodeName(path).constData()) == 0;
        return m_placed ? 0 : errno;
    }

private:
    QByteArray m_path;
    Descriptor m_descriptor;
    int m_error;
    bool m_placed = false;
};

void flushFolder(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const Descriptor descriptor(open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.isOpen())
        fsync(descriptor.number()); // some file systems cannot; the rename itself has happened
}

int place(const QString &path, const QByteArray &bytes, const Looks &looks)
{
    Draft draft(path);
    const int error = draft.fill(bytes, looks);
    return error != 0 ? error : draft.placeAt(path);
}

// What stands at a path: nothing, or its bytes and looks. Both are of the file that was opened: at the path
// another one may stand the next moment.
struct Present
{
    std::optional<FileContents> contents;
    Looks looks;
};

Result<Present> inspect(const QString &path)
{
    // O_NONBLOCK, because opening a pipe that nobody writes to would wait for ever.
    const Descriptor descriptor(
        open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!descriptor.isOpen() && errno == ENOENT)
        return Present{};
    struct stat status
    {};
    if (!descriptor.isOpen() || fstat(descriptor.number(), &status) != 0)
        return tl::unexpected(unreadable(path, errno));
    if (S_ISDIR(status.st_mode))
        return tl::unexpected(unreadable(path, EISDIR));
    if (!S_ISREG(status.st_mode))
        return failed(Failure::FileUnreadable, {path.toStdString(), reason::NoRegularFile});
    const auto bytes = readAll(descriptor.number());
    if (!bytes)
        return tl::unexpected(unreadable(path, bytes.error()));
    return Present{FileContents{*bytes, hashOf(*bytes)},
                   {status.st_mode & 07777, status.st_uid, status.st_gid, true}};
}

} // namespace

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<FileContents> readFile(const QString &path)
{
    auto present = inspect(path);
    if (!present)
        return tl::unexpected(present.error());
    if (!present->contents)
        return tl::unexpected(unreadable(path, ENOENT));
    return std::move(*present->contents);
}

Result<QByteArray> replaceFile(const QString &path, const QByteArray &bytes, const QByteArray &seenHash,
                               Privacy privacy)
{
    const QString target = followLinks(path);
    if (target.isEmpty())
        return tl::unexpected(unwritable(path, ELOOP));
    if (bytes.size() > Largest)
        return tl::unexpected(unwritable(path, EFBIG));
    auto present = inspect(target);
    if (!present)
        return tl::unexpected(present.error());
    // A group that was let in on purpose stays: ntpsec's keys are often root's with the daemon's group.
    const bool isForAll = !present->contents || (present->looks.mode & 0007) != 0;
    if (privacy == Privacy::Owner && isForAll)
        present->looks.mode = 0600;
    const QByteArray presentHash = present->contents ? present->contents->hash : QByteArray();
    if (presentHash != seenHash)
        return failed(Failure::FileChanged, {path.toStdString()});
    if (present->contents) {
        const QString backup = target + QLatin1Char('~');
        if (const int error = place(backup, present->contents->bytes, present->looks); error != 0)
            return tl::unexpected(unwritable(backup, error));
    }
    if (const int error = place(target, bytes, present->looks); error != 0)
        return tl::unexpected(unwritable(target, error));
    flushFolder(target);
    return hashOf(bytes);
}

Result<void> mayOverwrite(const QString &path)
{
    struct stat status
    {};
    const bool isThere = lstat(QFile::encodeName(path).constData(), &status) == 0;
    if (isThere && !S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode))
        return failed(Failure::FileUnwritable, {path.toStdString(), reason::NoRegularFile});
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    if (access(folder.constData(), W_OK | X_OK) != 0)
        return tl::unexpected(unwritable(path, errno));
    return {};
}

Result<void> overwriteFile(const QString &path, const QByteArray &bytes)
{
    if (const auto may = mayOverwrite(path); !may)
        return may;
    const int error = place(path, bytes, Looks{});
    if (error != 0)
        return tl::unexpected(unwritable(path, error));
    return {};
}

} // namespace noonmark::system
