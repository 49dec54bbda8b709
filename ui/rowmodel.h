// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <functional>
#include <vector>

namespace noonmark::ui {

// The middle in which two lists differ: what lies in front of and behind it is the same.
struct RowChange
{
    int first = 0;
    int removed = 0;
    int inserted = 0;
};

template <typename Row, typename Same>
RowChange rowChange(const std::vector<Row> &before, const std::vector<Row> &after, Same same)
{
    const int shorter = static_cast<int>(std::min(before.size(), after.size()));
    int head = 0;
    while (head < shorter && same(before[std::size_t(head)], after[std::size_t(head)]))
        ++head;
    int tail = 0;
    while (tail < shorter - head &&
           same(before[before.size() - 1 - std::size_t(tail)], after[after.size() - 1 - std::size_t(tail)]))
        ++tail;
    return {head, int(before.size()) - head - tail, int(after.size()) - head - tail};
}

// A table of values that is told its rows anew after each change of the document and finds out itself which
// rows came, went or changed, so that selections and scroll places survive. `Row` has a `sameAs(other)`:
// still the same thing, though perhaps with other values.
template <typename Row> class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row &row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }

protected:
    void setRows(std::vector<Row> rows)
    {
        const auto same = [](const Row &a, const Row &b) { return a.sameAs(b); };
        const RowChange change = rowChange(m_rows, rows, same);
        const int kept = std::min(change.removed, change.inserted);
        const int first = change.first + kept;
        if (change.removed > kept) {
            beginRemoveRows({}, first, change.first + change.removed - 1);
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + change.first + change.removed);
            endRemoveRows();
        }
        if (change.inserted > kept) {
            beginInsertRows({}, first, change.first + change.inserted - 1);
            m_rows.insert(m_rows.begin() + first, rows.begin() + first,
                          rows.begin() + change.first + change.inserted);
            endInsertRows();
        }
        m_rows = std::move(rows);
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    // After a change of language or palette.
    void announceEverything()
    {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    std::vector<Row> m_rows;
};

} // namespace noonmark::ui
