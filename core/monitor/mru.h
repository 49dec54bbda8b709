// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/monitor/mrurows.h"
#include "core/transport/place.h"

#include <QObject>

#include <memory>
#include <vector>

namespace noonmark::monitor {

struct MruOptions
{
    int patienceMilliseconds = 1500;
    std::size_t mostRows = 200'000; // of one walk: a list without end must not become our memory's end
    int fragments = 32;             // of one answer; halved when answers get lost
};

struct MruWalk
{
    std::size_t rows = 0; // with repetitions
    int questions = 0;
    int restarts = 0;   // the daemon had forgotten every row that we named: begun again
    bool isCut = false; // there is more than mostRows
    NtpTimestamp now;   // the daemon's clock at the end
    double seconds = 0;
};

// Reads the list of clients slice by slice; each slice is handed on as it comes, and the event loop has its
// turn between them. A second walk over the same place brings only what changed since.
class MruReader : public QObject
{
    Q_OBJECT

public:
    explicit MruReader(MruOptions options = {}, QObject *parent = nullptr);
    ~MruReader() override;

    void read(const transport::Place &place);
    void stop();
    [[nodiscard]] bool isReading() const;

signals:
    void rowsRead(const std::vector<noonmark::monitor::MruRow> &rows);
    void finished(const noonmark::monitor::MruWalk &walk);
    // NameUnresolved, Refused, NoAnswer, NotPermitted (the daemon answers queries but keeps its list to
    // itself).
    void failed(const noonmark::Error &error);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace noonmark::monitor
