// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/targets.h"

namespace noonmark::test {

// A target of which the pages need nothing but its place.
class PlaceTarget : public monitor::Target
{
public:
    explicit PlaceTarget(const transport::Place &place)
        : m_address(transport::toText(place))
    {}
    [[nodiscard]] QString address() const override { return m_address; }
    [[nodiscard]] bool isBuiltIn() const override { return true; }
    void start() override {}
    void stop() override {}
    void applyConfiguration(const QByteArray & /*ntpConf*/) override {}

private:
    QString m_address;
};

} // namespace noonmark::test
