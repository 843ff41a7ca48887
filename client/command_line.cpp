#include <client/command_line.h>

#include <formats/nearest_name.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace starqueue::client {

using namespace Qt::StringLiterals;

namespace {

/// What QGuiApplication would take out of argv; each is followed by its value.
constexpr std::array kQtOptions{"platform",        "platformpluginpath", "platformtheme", "plugin",
                                "qwindowgeometry", "qwindowicon",        "qwindowtitle",  "style",
                                "stylesheet"};

bool isQtOption(const QString& argument)
{
    return std::any_of(kQtOptions.begin(), kQtOptions.end(), [&argument](const char* option) {
        const QLatin1String name(option);
        return argument == QLatin1Char('-') + name || argument == "--"_L1 + name;
    });
}

QStringList withoutQtOptions(const QStringList& arguments)
{
    QStringList own;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (isQtOption(arguments.at(i)))
            ++i;
        else
            own += arguments.at(i);
    }
    return own;
}

} // namespace

CommandLine::CommandLine(QString name, const QString& description, int& argc, char** argv)
    : m_name(std::move(name)), m_argc(argc), m_argv(argv)
{
    QCoreApplication::setApplicationName(m_name);
    m_parser.setApplicationDescription(description);
    m_optionNames.insert("--help");
    m_parser.addHelpOption();
}

void CommandLine::addOptions(const QList<QCommandLineOption>& options)
{
    m_parser.addOptions(options);
    for (const QCommandLineOption& option : options) {
        for (const QString& name : option.names())
            m_optionNames.insert("--" + name.toStdString());
    }
}

void CommandLine::addArgument(const QString& name, const QString& description)
{
    m_parser.addPositionalArgument(name, description);
    ++m_argumentCount;
}

/// Empty when all are known.
QString CommandLine::unknownOption() const
{
    const QStringList unknown = m_parser.unknownOptionNames();
    if (unknown.isEmpty())
        return {};
    const std::string name = "--" + unknown.first().toStdString();
    return u"there is no option \"%1\"; the nearest is \"%2\""_s.arg(
        QString::fromStdString(name), QString::fromStdString(formats::nearestName(name, m_optionNames)));
}

std::optional<int> CommandLine::parse()
{
    QStringList all;
    for (int i = 0; i < m_argc; ++i)
        all += QString::fromLocal8Bit(m_argv[i]);
    const bool understood = m_parser.parse(withoutQtOptions(all));
    if (const QString unknown = unknownOption(); !unknown.isEmpty())
        return wrongUse(unknown);
    if (!understood)
        return wrongUse(m_parser.errorText());
    if (m_parser.isSet(u"help"_s)) {
        const QCoreApplication asked(m_argc, m_argv); // helpText() wants the program's path of it
        std::fputs(qPrintable(m_parser.helpText()), stdout);
        return 0;
    }
    const QStringList arguments = m_parser.positionalArguments();
    if (arguments.size() > m_argumentCount)
        return wrongUse(u"\"%1\" is not understood; see --help"_s.arg(arguments.at(m_argumentCount)));
    return std::nullopt;
}

int CommandLine::wrongUse(const QString& problem) const
{
    return wrongUse(QStringList{problem});
}

int CommandLine::wrongUse(const QStringList& problems) const
{
    for (const QString& problem : problems)
        std::fprintf(stderr, "%s: %s\n", qPrintable(m_name), qPrintable(problem));
    return kExitWrongUse;
}

} // namespace starqueue::client
