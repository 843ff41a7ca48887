#include <journeys/programs.h>

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLastWords = 1000; // bytes of a log that explain an end

QString howItEnded(const QProcess& process)
{
    return process.exitStatus() == QProcess::CrashExit ? u"killed by signal %1"_s.arg(process.exitCode())
                                                       : u"exit status %1"_s.arg(process.exitCode());
}

QString lastWords(const QString& path)
{
    QFile log(path);
    if (!log.open(QIODevice::ReadOnly))
        return u"no log"_s;
    log.seek(std::max<qint64>(0, log.size() - kLastWords));
    return QString::fromUtf8(log.readAll()).trimmed();
}

void end(QProcess& process)
{
    process.terminate();
    if (process.waitForFinished(5000))
        return;
    process.kill();
    process.waitForFinished(1000);
}

} // namespace

Programs::Programs(QString binaries, QString logs) : m_binaries(std::move(binaries)), m_logs(std::move(logs))
{}

Programs::~Programs()
{
    std::for_each(m_running.rbegin(), m_running.rend(), [](const auto& process) { end(*process); });
}

void Programs::stop(QProcess* process)
{
    end(*process);
    std::erase_if(m_running, [process](const auto& running) { return running.get() == process; });
}

QString Programs::logOf(const QString& program) const
{
    return m_logs + QLatin1Char('/') + program + u".log"_s;
}

QString Programs::pathOf(const QString& program) const
{
    const QString ours = m_binaries + QLatin1Char('/') + program;
    return QFileInfo::exists(ours) ? ours : program;
}

QProcess* Programs::start(const QString& program, const QStringList& arguments,
                          const QProcessEnvironment& environment)
{
    auto process = std::make_unique<QProcess>();
    process->setObjectName(program);
    process->setProcessEnvironment(environment);
    process->setStandardErrorFile(logOf(program), QIODevice::Append);
    process->start(pathOf(program), arguments);
    if (!process->waitForStarted(5000))
        return nullptr;
    m_running.push_back(std::move(process));
    return m_running.back().get();
}

QByteArray Programs::output(const QString& program, const QStringList& arguments,
                            const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(15000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

qsizetype Programs::timesSaid(const QString& program, const QByteArray& words) const
{
    QFile log(logOf(program));
    return log.open(QIODevice::ReadOnly) ? log.readAll().count(words) : 0;
}

QStringList Programs::fallen() const
{
    QStringList names;
    for (const auto& process : m_running)
        if (process->state() == QProcess::NotRunning)
            names << u"%1 (%2): %3"_s.arg(process->objectName(), howItEnded(*process),
                                          lastWords(logOf(process->objectName())));
    return names;
}

} // namespace starqueue::journey
