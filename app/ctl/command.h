// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <span>

namespace noonmark::ctl {

class Terminal;

struct Command
{
    const char *name;
    const char *summary; // under the context "noonmark::ctl"
    void (*declare)(QCommandLineParser &parser);
    int (*run)(const QCommandLineParser &parser, const Terminal &terminal);
};

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command *findCommand(const QString &name);
// The name that was probably meant, or "".
[[nodiscard]] QString nearestCommand(const QString &name);
[[nodiscard]] QString overview();

// Runs one command with the words behind its name.
[[nodiscard]] int run(const Command &command, const QStringList &words);

void declareCheck(QCommandLineParser &parser);
int check(const QCommandLineParser &parser, const Terminal &terminal);
void declareAccess(QCommandLineParser &parser);
int access(const QCommandLineParser &parser, const Terminal &terminal);
void declareExplain(QCommandLineParser &parser);
int explain(const QCommandLineParser &parser, const Terminal &terminal);
void declareMode(QCommandLineParser &parser);
int mode(const QCommandLineParser &parser, const Terminal &terminal);
void declareExport(QCommandLineParser &parser);
int exportFile(const QCommandLineParser &parser, const Terminal &terminal);
void declareKeys(QCommandLineParser &parser);
int keys(const QCommandLineParser &parser, const Terminal &terminal);
void declareStatus(QCommandLineParser &parser);
int status(const QCommandLineParser &parser, const Terminal &terminal);
void declarePeers(QCommandLineParser &parser);
int peers(const QCommandLineParser &parser, const Terminal &terminal);
void declareVariables(QCommandLineParser &parser);
int variables(const QCommandLineParser &parser, const Terminal &terminal);
void declareClock(QCommandLineParser &parser);
int clock(const QCommandLineParser &parser, const Terminal &terminal);
void declareAssoc(QCommandLineParser &parser);
int assoc(const QCommandLineParser &parser, const Terminal &terminal);
void declareClients(QCommandLineParser &parser);
int clients(const QCommandLineParser &parser, const Terminal &terminal);
void declareDiagnose(QCommandLineParser &parser);
int diagnose(const QCommandLineParser &parser, const Terminal &terminal);
void declareQuery(QCommandLineParser &parser);
int query(const QCommandLineParser &parser, const Terminal &terminal);
void declareTrace(QCommandLineParser &parser);
int trace(const QCommandLineParser &parser, const Terminal &terminal);
void declareWatch(QCommandLineParser &parser);
int watch(const QCommandLineParser &parser, const Terminal &terminal);
void declareSimulate(QCommandLineParser &parser);
int simulate(const QCommandLineParser &parser, const Terminal &terminal);

void declareHistory(QCommandLineParser &parser);
int history(const QCommandLineParser &parser, const Terminal &terminal);
void declareJournal(QCommandLineParser &parser);
int journal(const QCommandLineParser &parser, const Terminal &terminal);

} // namespace noonmark::ctl
