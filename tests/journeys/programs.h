#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace starqueue::journey {

/// The programs that a journey has started: each logs to a file of its own, and all end with the journey.
class Programs
{
public:
    Programs(QString binaries, QString logs);
    /// Ends them in the reverse order: asked first, forced after five seconds.
    ~Programs();
    Programs(const Programs&) = delete;
    Programs& operator=(const Programs&) = delete;

    /// Starts one of ours and leaves it running. Null: it could not be started.
    QProcess* start(const QString& program, const QStringList& arguments,
                    const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());
    /// Ends one that start() returned, as on destruction; it counts as ended on request.
    void stop(QProcess* process);
    /// Runs a program to its end and returns its standard output; empty when it failed.
    [[nodiscard]] static QByteArray output(const QString& program, const QStringList& arguments,
                                           const QProcessEnvironment& environment);
    [[nodiscard]] QString pathOf(const QString& program) const;
    /// How often a program of that name has logged these words.
    [[nodiscard]] qsizetype timesSaid(const QString& program, const QByteArray& words) const;
    /// Those that have ended although nobody asked them to: name, how they ended, and the end of their log.
    [[nodiscard]] QStringList fallen() const;

private:
    [[nodiscard]] QString logOf(const QString& program) const;

    QString m_binaries;
    QString m_logs;
    std::vector<std::unique_ptr<QProcess>> m_running;
};

} // namespace starqueue::journey
