#include <client/command_line.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace starqueue::client {

namespace {

/// What QGuiApplication would take out of argv; each is followed by its value.
constexpr std::array kQtOptions{"platform",        "platformpluginpath", "platformtheme", "plugin",
                                "qwindowgeometry", "qwindowicon",        "qwindowtitle",  "style",
                                "stylesheet"};

bool isQtOption(const QString& argument)
{
    return std::any_of(kQtOptions.begin(), kQtOptions.end(), [&argument](const char* option) {
        const QLatin1String name(option);
        return argument == QLatin1Char('-') + name || argument == QLatin1String("--") + name;
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
    m_parser.addHelpOption();
}

std::optional<int> CommandLine::parse()
{
    const QCoreApplication early(m_argc, m_argv); // helpText() asks it for the program's path
    if (!m_parser.parse(withoutQtOptions(QCoreApplication::arguments())))
        return wrongUse(m_parser.errorText());
    if (m_parser.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(m_parser.helpText()), stdout);
        return 0;
    }
    if (!m_parser.positionalArguments().isEmpty())
        return wrongUse(QStringLiteral("\"%1\" is not understood; see --help")
                            .arg(m_parser.positionalArguments().first()));
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
