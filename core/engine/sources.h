// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/association.h"

#include <memory>
#include <span>
#include <vector>

namespace noonmark::engine {

// All associations, and how they come and go: from the configuration, from names, from pools. Names are asked
// again for ever, with growing pauses; a server that stays silent is tried at its next address; a pool
// replaces what is bad.
class Sources
{
public:
    // `access` is Engine's: `restrict source` opens and closes entries in it as associations come and go.
    Sources(AccessTable &access, Random &random);

    // Makes the associations match the configuration; those of unchanged lines keep their state.
    void configure(const Context &context);
    void resolved(const NameAnswer &answer, const Context &context);
    // The access table is another: `restrict source` opens it anew.
    void openAccess();
    // True: a source has news for selection.
    bool poll(int systemPoll, const Context &context);
    [[nodiscard]] std::optional<Instant> deadline() const;

    [[nodiscard]] Association *find(std::uint16_t id);
    // Who may be meant by a symmetric packet or a broadcast from there; null: nobody yet.
    [[nodiscard]] Association *findPeer(const Endpoint &remote);
    [[nodiscard]] Association *findBroadcaster(const Endpoint &remote);
    // An association that no line of the file asked for, while there is room for one; null: there is none.
    Association *welcome(const SourceConfig &source, const Endpoint &remote, const Context &context);
    // This member of a pool goes, and is not asked again before all others were; false: it is none.
    bool dismiss(std::uint16_t id, const Context &context);
    // A server has answered our question to a group.
    void offered(Association &manycast, const Arrival &arrival, const Context &context);
    [[nodiscard]] std::span<const std::unique_ptr<Association>> all() const { return m_associations; }
    [[nodiscard]] bool onlyLocalClocks() const;

    void clockSlewed(double seconds);
    void forgetPending();
    void forgetPhase();
    void leapt(NtpDuration by);
    void clear(std::uint32_t refid, const Context &context);

private:
    // A name that has to be looked up, for one association.
    struct Name
    {
        std::uint16_t association = 0;
        std::uint32_t question = 0;  // under way; 0 = none
        std::optional<Instant> next; // when to ask (again)
        double pause = 0;            // s, the last one
        std::vector<IpAddress> addresses;
        std::size_t current = 0;
        bool told = false;              // of this series of failures
        std::vector<IpAddress> givenUp; // members of a pool that fell silent
    };

    Association &mobilise(const SourceConfig &source, std::uint16_t poolId, const Context &context);
    void demobilise(std::uint16_t id, const Context &context);
    void connect(Association &association, const IpAddress &address, const Context &context);
    void askName(Name &name, const Context &context);
    void failName(Name &name, Association &association, const Context &context);
    void fillPool(Name &name, Association &pool, const Context &context);
    void useAddress(Name &name, Association &association, const Context &context);
    void tend(const Context &context);
    void tendServer(Name &name, Association &association, const Context &context);
    void tendPool(Name &name, const Association &pool, const Context &context);
    // Whether its pool knows somebody better, or at least somebody else.
    [[nodiscard]] bool isReplaceable(const Association &member) const;
    [[nodiscard]] bool inUse(const IpAddress &address, std::uint16_t except) const;
    [[nodiscard]] std::size_t roomInPool(const Context &context) const;
    // Whose place a guest takes; null: there is room. Absent: all others have a better right.
    [[nodiscard]] std::optional<const Association *> placeForGuest(const SourceConfig &guest,
                                                                   const Context &context) const;
    void letGo(const Association &member, const Context &context);
    [[nodiscard]] Name *nameOf(std::uint16_t association);
    [[nodiscard]] std::uint16_t freshId();

    AccessTable &m_access;
    std::vector<std::unique_ptr<Association>> m_associations;
    std::vector<Name> m_names;
    std::uint16_t m_lastId;
    std::uint32_t m_lastQuestion = 0;
};

} // namespace noonmark::engine
