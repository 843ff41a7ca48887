#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>
#include <set>
#include <string>

namespace starqueue::client {

constexpr int kExitWrongUse = 2;

/// Parses a program's command line before anything needs a display: without a QGuiApplication. Call it first
/// in main(). No other application is made but for --help, which ends the program: the end of any takes Qt
/// Quick's accessible tree away for good, and a face would show nothing to a screen reader.
///
/// Wrong use is explained in one line on standard error. Options of Qt itself ("-platform offscreen") are
/// skipped.
class CommandLine
{
public:
    /// `name`: the program's, for its messages. `argv` outlives this.
    CommandLine(QString name, const QString& description, int& argc, char** argv);

    /// Add the program's own options here before parse().
    void addOptions(const QList<QCommandLineOption>& options);
    /// Allows a word that isn't an option. Without it such a word is wrong use.
    void addArgument(const QString& name, const QString& description);

    /// Has the values after parse().
    [[nodiscard]] const QCommandLineParser& parser() const { return m_parser; }

    /// Returns an exit status (0 after --help, 2 after wrong use), or nothing to continue.
    [[nodiscard]] std::optional<int> parse();

    /// Explains wrong use on standard error, one line a problem; returns the exit status.
    [[nodiscard]] int wrongUse(const QString& problem) const;
    [[nodiscard]] int wrongUse(const QStringList& problems) const;

private:
    [[nodiscard]] QString unknownOption() const;

    QString m_name;
    int& m_argc;
    char** m_argv;
    QCommandLineParser m_parser;
    std::set<std::string> m_optionNames; ///< "--hall"
    qsizetype m_argumentCount = 0;
};

} // namespace starqueue::client
