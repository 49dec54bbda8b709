// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/inprocesstarget.h"

#include "core/clock/observingclock.h"
#include "core/config/lowering.h"
#include "core/system/privilegedfile.h"
#include "core/transport/enginedriver.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::monitor {

namespace {

Random randomOfTheSystem()
{
    Random::Seed seed{};
    QRandomGenerator::system()->fillRange(seed.data(), static_cast<qsizetype>(seed.size()));
    return Random(seed);
}

} // namespace

// The half that lives in the engine's thread. It reports by calls queued to the target, which outlives the
// thread.
class EngineHost : public QObject
{
public:
    EngineHost(InProcessTarget &target, InProcessOptions options)
        : m_target(target)
        , m_options(options)
    {}

    void start()
    {
        if (m_driver)
            return;
        Result<void> result;
        const engine::EngineConfig config = observing();
        for (std::uint16_t i = 0; i < m_options.portsToTry; ++i) {
            const auto port = static_cast<std::uint16_t>(m_options.port + i);
            result = startOn(port, config);
            if (result || result.error().failure != Failure::PortTaken)
                break;
        }
        if (!result)
            report([error = result.error()](InProcessTarget &target) { target.startFailed(error); });
    }

    void stop()
    {
        m_driver.reset();
        // Said from here, so that it comes behind everything that the driver said.
        report([](InProcessTarget &target) { target.stopped(); });
    }

    // What the driver deletes later is deleted by Qt when the loop has ended, but only one level deep: therefore the
    // driver goes before the loop does.
    void end()
    {
        m_driver.reset();
        QThread::currentThread()->quit();
    }

    void apply(const QByteArray &ntpConf)
    {
        m_ntpConf = ntpConf;
        if (m_driver)
            m_driver->reconfigure(observing());
    }

private:
    engine::EngineConfig observing()
    {
        config::Lowered lowered = config::lower(config::Document(m_ntpConf.toStdString()));
        lowered.engine.discipline.mayCorrect = false;
        if (!lowered.keysFile.empty())
            lowered.engine.authentication.keys = keysIn(QString::fromStdString(lowered.keysFile));
        return std::move(lowered.engine);
    }

    // A file that this user may not read has no keys for him, and he is told so.
    std::vector<engine::SymmetricKey> keysIn(const QString &path)
    {
        const auto file = system::readFile(path);
        if (file)
            return config::lowerKeys(config::Document(file->bytes.toStdString())).keys;
        report([error = file.error()](InProcessTarget &target) { emit target.failed(error); });
        return {};
    }

    Result<void> startOn(std::uint16_t port, const engine::EngineConfig &config)
    {
        const transport::DriverOptions options{
            .port = port, .listenOn = {}, .snapshotMilliseconds = m_options.frameMilliseconds};
        auto driver = std::make_unique<transport::EngineDriver>(
            config, std::make_unique<clock::ObservingClock>(), randomOfTheSystem(), options);
        connect(driver.get(), &transport::EngineDriver::snapshotTaken, &m_target,
                &InProcessTarget::snapshotArrived);
        connect(driver.get(), &transport::EngineDriver::eventHappened, &m_target, &Target::eventHappened);
        if (const auto result = driver->start(); !result)
            return result;
        m_driver = std::move(driver);
        report([port](InProcessTarget &target) { target.started(port); });
        return {};
    }

    template <typename Deed> void report(Deed deed)
    {
        QMetaObject::invokeMethod(&m_target, [&target = m_target, deed = std::move(deed)] { deed(target); });
    }

    InProcessTarget &m_target;
    InProcessOptions m_options;
    QByteArray m_ntpConf;
    std::unique_ptr<transport::EngineDriver> m_driver;
};

InProcessTarget::InProcessTarget(InProcessOptions options, QObject *parent)
    : Target(parent)
    , m_options(options)
    , m_host(new EngineHost(*this, options))
    , m_thread(new QThread)
{
    qRegisterMetaType<engine::Snapshot>();
    qRegisterMetaType<engine::Event>();
    qRegisterMetaType<Frame>();
    qRegisterMetaType<Error>();
    m_thread->setObjectName(u"engine"_s);
    m_host->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_host, &QObject::deleteLater);
    m_thread->start();
}

InProcessTarget::~InProcessTarget()
{
    QMetaObject::invokeMethod(m_host, [host = m_host] { host->end(); });
    m_thread->wait();
}

QString InProcessTarget::address() const
{
    return u"127.0.0.1:%1"_s.arg(m_port != 0 ? m_port : m_options.port);
}

void InProcessTarget::start()
{
    QMetaObject::invokeMethod(m_host, [host = m_host] { host->start(); });
}

void InProcessTarget::stop()
{
    QMetaObject::invokeMethod(m_host, [host = m_host] { host->stop(); });
}

void InProcessTarget::applyConfiguration(const QByteArray &ntpConf)
{
    QMetaObject::invokeMethod(m_host, [host = m_host, ntpConf] { host->apply(ntpConf); });
}

void InProcessTarget::snapshotArrived(const engine::Snapshot &snapshot)
{
    emit frameArrived({QDateTime::currentMSecsSinceEpoch(), true, snapshot, judge(snapshot), {}});
}

void InProcessTarget::started(std::uint16_t port)
{
    m_port = port;
    emit addressChanged();
}

void InProcessTarget::startFailed(const Error &error)
{
    emit failed(error);
    stopped();
}

void InProcessTarget::stopped()
{
    m_port = 0;
    emit frameArrived({QDateTime::currentMSecsSinceEpoch(), false, {}, {}, {}});
}

} // namespace noonmark::monitor
