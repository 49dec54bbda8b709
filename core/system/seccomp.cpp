// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/seccomp.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <vector>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace noonmark::system {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t Architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t Architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t Architecture = 0;
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool Sanitized = true;
#else
constexpr bool Sanitized = false;
#endif

// What a request needs stands first. The old names exist on old architectures only.
constexpr int Allowed[] = {
    SYS_recvmmsg,
    SYS_sendmmsg,
    SYS_recvmsg,
    SYS_sendmsg,
    SYS_sendto,
    SYS_recvfrom,
    SYS_read,
    SYS_write,
    SYS_ppoll,
    SYS_clock_gettime,
    SYS_futex,
#ifdef SYS_poll
    SYS_poll,
    SYS_select,
    SYS_open,
    SYS_stat,
    SYS_lstat,
    SYS_access,
    SYS_unlink,
    SYS_rename,
    SYS_link,
    SYS_readlink,
    SYS_time,
    SYS_chmod,
    SYS_epoll_wait,
#endif
    SYS_pselect6,
    SYS_epoll_create1,
    SYS_epoll_ctl,
    SYS_epoll_pwait,
    SYS_readv,
    SYS_writev,
    SYS_pread64,
    SYS_pwrite64,
    SYS_close,
    SYS_fstat,
    SYS_newfstatat,
    SYS_statx,
    SYS_fstatfs,
    SYS_statfs,
    SYS_lseek,
    SYS_openat,
    SYS_fcntl,
    SYS_flock,
    SYS_dup,
    SYS_fsync,
    SYS_fdatasync,
    SYS_ftruncate,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_faccessat,
    SYS_faccessat2,
    SYS_unlinkat,
    SYS_renameat,
    SYS_renameat2,
    SYS_linkat,
    SYS_readlinkat,
    SYS_getdents64,
    SYS_getcwd,
    SYS_umask,
    SYS_bind,
    SYS_connect,
    SYS_getsockname,
    SYS_getpeername,
    SYS_setsockopt,
    SYS_getsockopt,
    SYS_shutdown,
    SYS_munmap,
    SYS_mremap,
    SYS_madvise,
    SYS_brk,
    SYS_mlock,
    SYS_membarrier,
    SYS_set_robust_list,
    SYS_rseq,
    SYS_set_tid_address,
    SYS_sched_yield,
    SYS_sched_getaffinity,
    SYS_sched_getparam,
    SYS_sched_getscheduler,
    SYS_exit,
    SYS_exit_group,
    SYS_restart_syscall,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_sigaltstack,
    SYS_tgkill,
    SYS_getpid,
    SYS_gettid,
    SYS_getuid,
    SYS_geteuid,
    SYS_getgid,
    SYS_getegid,
    SYS_clock_getres,
    SYS_clock_adjtime, // reads the kernel loop for kerninfo; setting it takes CAP_SYS_TIME, which is long dropped
    SYS_clock_nanosleep,
    SYS_nanosleep,
    SYS_gettimeofday,
    SYS_timerfd_create,
    SYS_timerfd_settime,
    SYS_timerfd_gettime,
    SYS_eventfd2,
    SYS_pipe2,
    SYS_signalfd4,
    SYS_uname,
    SYS_sysinfo,
    SYS_getrandom,
    SYS_getrusage,
    SYS_times,
};

constexpr int ClockCalls[] = {SYS_adjtimex, SYS_clock_settime, SYS_settimeofday};

// A program of the kernel's packet filter, read top-down: the first rule that holds decides.
class Filter
{
public:
    Filter()
    {
        load(offsetof(seccomp_data, arch));
        m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, Architecture, 1, 0));
        refuse(EPERM);
        load(offsetof(seccomp_data, nr));
#ifdef __x86_64__
        constexpr std::uint32_t x32 = 0x40000000; // the same calls by other numbers
        m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, x32, 0, 1));
        refuse(EPERM);
#endif
    }

    void allow(int call)
    {
        m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
        m_code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    }
    void answer(int call, int error)
    {
        m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
        refuse(error);
    }
    // Only with one of these values of an argument.
    void allowWith(int call, std::size_t argument, std::initializer_list<std::uint32_t> values)
    {
        const auto count = static_cast<std::uint8_t>(values.size());
        m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0,
                                  static_cast<std::uint8_t>(2 * count + 2)));
        loadArgument(argument);
        for (const std::uint32_t value : values) {
            m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1));
            m_code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
        }
        refuse(EPERM);
    }
    // Only if all of these bits of an argument are set, or not all of them.
    void allowIfBits(int call, std::size_t argument, std::uint32_t bits, bool set)
    {
        const std::uint8_t ifEqual = set ? 0 : 1;
        m_code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 5));
        loadArgument(argument);
        m_code.push_back(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, bits));
        m_code.push_back(
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, bits, ifEqual, static_cast<std::uint8_t>(1 - ifEqual)));
        m_code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
        refuse(EPERM);
    }

    [[nodiscard]] Result<void> apply()
    {
        refuse(EPERM);
        sock_fprog program{static_cast<unsigned short>(m_code.size()), m_code.data()};
        if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) != 0)
            return failed(Failure::System, {"seccomp", std::strerror(errno)});
        return {};
    }

private:
    void load(std::size_t offset)
    {
        m_code.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)));
    }
    void loadArgument(std::size_t number)
    {
        load(offsetof(seccomp_data, args) + 8 * number);
    } // the lower half
    void refuse(int error)
    {
        m_code.push_back(BPF_STMT(
            BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (static_cast<std::uint32_t>(error) & SECCOMP_RET_DATA)));
    }

    std::vector<sock_filter> m_code;
};

} // namespace

bool canLimitSystemCalls()
{
    return Architecture != 0 && !Sanitized;
}

Result<void> allowOnly(const SystemCalls &calls)
{
    if (!canLimitSystemCalls())
        return {};
    Filter filter;
    for (const int call : Allowed)
        filter.allow(call);
    if (calls.setClock) {
        for (const int call : ClockCalls)
            filter.allow(call);
    }
    // Threads, but no processes; of clone3() a filter cannot see the flags, so that the library takes
    // clone().
    filter.answer(SYS_clone3, ENOSYS);
    filter.allowIfBits(SYS_clone, 0, CLONE_VM | CLONE_SIGHAND | CLONE_THREAD, true);
    // Nothing that was written may be executed.
    filter.allowIfBits(SYS_mmap, 2, PROT_WRITE | PROT_EXEC, false);
    filter.allowIfBits(SYS_mprotect, 2, PROT_EXEC, false);
    filter.allowWith(SYS_socket, 0, {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK});
    filter.allowWith(SYS_socketpair, 0, {AF_UNIX});
    filter.allowWith(SYS_prctl, 0, {PR_SET_NAME, PR_GET_NAME});
    filter.allowWith(SYS_ioctl, 1,
                     {FIONREAD, FIONBIO, TCGETS, SIOCGIFFLAGS, SIOCGIFNAME, SIOCGIFINDEX, SIOCGIFCONF});
    filter.allowWith(SYS_prlimit64, 0, {0}); // its own
    return filter.apply();
}

} // namespace noonmark::system
