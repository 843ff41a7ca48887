#include <client/display_needed.h>

#include <QByteArray>
#include <QtGlobal>

#include <cstdio>
#include <cstdlib>

namespace starqueue::client {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNoDisplay = 1;

// A message handler is a plain function, so what it says lies beside it.
QByteArray displayMissingWords;           // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
QtMessageHandler handlerBefore = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

QString displayTried()
{
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM");
    const QString display = qEnvironmentVariable("DISPLAY");
    QString tried;
    if (!platform.isEmpty())
        tried += u" with QT_QPA_PLATFORM="_s + platform;
    if (!display.isEmpty())
        tried += u" at DISPLAY="_s + display;
    return tried;
}

/// Qt warns of each plugin that it tries, then gives up with a fatal message.
void endAtFatal(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (type == QtFatalMsg) {
        std::fputs(displayMissingWords.constData(), stderr);
        std::_Exit(kNoDisplay);
    }
    const bool ofPlatform = qstrncmp(context.category, "qt.qpa", 6) == 0;
    if (handlerBefore && !ofPlatform)
        handlerBefore(type, context, message);
}

} // namespace

DisplayNeeded::DisplayNeeded(const QString& name, const QString& otherwise)
{
    displayMissingWords =
        u"%1: no display%2: set DISPLAY, or use QT_QPA_PLATFORM=vnc%3\n"_s
            .arg(name, displayTried(), otherwise.isEmpty() ? QString() : u" or "_s + otherwise)
            .toLocal8Bit();
    handlerBefore = qInstallMessageHandler(endAtFatal);
}

DisplayNeeded::~DisplayNeeded()
{
    qInstallMessageHandler(handlerBefore);
}

} // namespace starqueue::client
