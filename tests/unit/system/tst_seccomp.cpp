// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/capabilities.h"
#include "core/system/seccomp.h"

#include <QtTest>

#include <cerrno>
#include <ctime>
#include <thread>

#include <fcntl.h>
#include <netdb.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace noonmark;

namespace {

// The filter stays for good, so each deed happens in a child that answers by its exit status.
template <typename Deed> int inChild(const system::SystemCalls &calls, Deed deed)
{
    const pid_t child = fork();
    if (child == 0) {
        system::forbidNewPrivileges();
        const bool isLimited = system::allowOnly(calls).has_value();
        _exit(isLimited && deed() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

template <typename Call> bool isRefused(Call call)
{
    errno = 0;
    return call() < 0 && errno == EPERM;
}

} // namespace

class SeccompTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!system::canLimitSystemCalls())
            QSKIP("System calls are not limited under sanitizers.");
    }

    void refusesWhatNoTimeDaemonDoes()
    {
        QCOMPARE(inChild({}, [] { return isRefused([] { return execl("/bin/true", "true", nullptr); }); }),
                 0);
        QCOMPARE(inChild({}, [] { return isRefused([] { return fork(); }); }), 0);
        QCOMPARE(
            inChild({}, [] { return isRefused([] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }); }),
            0);
        QCOMPARE(inChild({}, [] { return isRefused([] { return setuid(0); }); }), 0);
        QCOMPARE(inChild({}, [] { return isRefused([] { return socket(AF_PACKET, SOCK_RAW, 0); }); }), 0);
        QCOMPARE(inChild({}, [] { return isRefused([] { return kill(getppid(), 0); }); }), 0);
        QCOMPARE(inChild({}, [] { return isRefused([] { return syscall(SYS_bpf, 0, nullptr, 0); }); }), 0);
    }

    void nothingWrittenCanBeExecuted()
    {
        QCOMPARE(inChild({},
                         [] {
                             return mmap(nullptr, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
                                         -1, 0) == MAP_FAILED;
                         }),
                 0);
        QCOMPARE(inChild({},
                         [] {
                             void *page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                                               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                             return isRefused([page] { return mprotect(page, 4096, PROT_READ | PROT_EXEC); });
                         }),
                 0);
    }

    void theClockIsSetByWhoMay()
    {
        const auto set = [] {
            const timespec never{0, -1}; // the kernel itself would refuse it as no time at all
            return syscall(SYS_clock_settime, CLOCK_REALTIME, &never);
        };
        QCOMPARE(inChild({false}, [set] { return isRefused(set); }), 0);
        QCOMPARE(inChild({true}, [set] { return set() < 0 && errno == EINVAL; }), 0);
    }

    void theKernelLoopIsReadByAll()
    {
        timex nothing{};
        QCOMPARE(inChild({false}, [&nothing] { return clock_adjtime(CLOCK_REALTIME, &nothing) >= 0; }), 0);
    }

    void holdsForThreadsThatWereThereBefore()
    {
        QCOMPARE(
            inChild({},
                    [] {
                        bool isLimited = false;
                        std::thread([&isLimited] { isLimited = isRefused([] { return fork(); }); }).join();
                        return isLimited;
                    }),
            0);
    }

    void leavesWhatADaemonNeeds()
    {
        QCOMPARE(inChild({},
                         [] {
                             const int udp = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
                             const int file = open("/dev/null", O_WRONLY);
                             const bool written = write(file, "x", 1) == 1;
                             addrinfo *found = nullptr;
                             const bool isKnown = getaddrinfo("localhost", nullptr, nullptr, &found) == 0;
                             timespec now{};
                             return udp >= 0 && written && isKnown &&
                                    clock_gettime(CLOCK_REALTIME, &now) == 0;
                         }),
                 0);
    }
};

QTEST_APPLESS_MAIN(SeccompTest)
#include "tst_seccomp.moc"
