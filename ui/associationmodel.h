// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/observation.h"

#include "ui/theme.h"

#include <QAbstractTableModel>

#include <functional>
#include <string_view>

namespace noonmark::ui {

// The sources of a target as ntpq -p shows them, and why each is or is not used. A projection of the last
// snapshot: rows keep their identity, so selection and sorting survive every update.
class AssociationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TallyColumn,
        RemoteColumn,
        RefidColumn,
        StratumColumn,
        TypeColumn,
        WhenColumn,
        PollColumn,
        ReachColumn,
        DelayColumn,
        OffsetColumn,
        JitterColumn,
        DispersionColumn, // from here on isOptional()
        DistanceColumn,
        RootDelayColumn,
        RootDispersionColumn,
        AuthColumn,
        IdColumn,
        LocalColumn,
        LeapColumn,
        KeyColumn,
        FlashColumn,
        UnreachColumn,
        SentColumn,
        ReceivedColumn,
        WhyColumn,
        ColumnCount
    };
    enum Role
    {
        SortRole = Qt::UserRole, // raw values
        KeyRole,                 // of monitor::RecentHistory
        MeaningRole              // ui::Meaning, for the delegate
    };

    // The colour slot of a source, asked when its swatch is painted.
    using SlotOf = std::function<int(const QString &key)>;

    explicit AssociationModel(SlotOf slotOf, QObject *parent = nullptr);

    void update(const std::vector<engine::AssociationSnapshot> &associations);
    // Language or palette changed: the same data in other words and colours.
    void refreshTexts();
    [[nodiscard]] const engine::AssociationSnapshot &association(int row) const;
    // ntpq's name of a column: stable for ever, so that settings can name it.
    [[nodiscard]] static std::string_view ntpqName(int column);
    // Shown only if asked for.
    [[nodiscard]] static bool isOptional(int column)
    {
        return column >= DispersionColumn && column < WhyColumn;
    }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void updateRow(int row, const engine::AssociationSnapshot &news);
    [[nodiscard]] QString text(const engine::AssociationSnapshot &association, int column) const;
    [[nodiscard]] QString toolTip(const engine::AssociationSnapshot &association, int column) const;
    [[nodiscard]] QVariant raw(const engine::AssociationSnapshot &association, int column) const;

    SlotOf m_slotOf;
    std::vector<engine::AssociationSnapshot> m_rows;
};

[[nodiscard]] Meaning meaningOf(engine::Tally tally);

} // namespace noonmark::ui
