#include <client/log_lines.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>

namespace starqueue::client {

using namespace Qt::StringLiterals;

namespace {

std::atomic<LogForm> g_form{LogForm::Text};

const char* nameOf(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

void write(QtMsgType level, const QMessageLogContext& context, const QString& message)
{
    const QByteArray line = logLine(g_form, QDateTime::currentDateTimeUtc(), level,
                                    context.category ? context.category : "default", message);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace

QByteArray logLine(LogForm form, const QDateTime& at, QtMsgType level, const char* category,
                   const QString& message)
{
    const QString instant = at.toUTC().toString(Qt::ISODateWithMs);
    if (form == LogForm::Json)
        return QJsonDocument(QJsonObject{{"at", instant},
                                         {"level", nameOf(level)},
                                         {"category", category},
                                         {"message", message}})
                   .toJson(QJsonDocument::Compact) +
               '\n';
    QString oneLine = message;
    oneLine.replace('\n', u" | "_s);
    return u"%1 %2 %3: %4\n"_s.arg(instant, nameOf(level), category, oneLine).toUtf8();
}

void logToStandardError(LogForm form)
{
    g_form = form;
    qInstallMessageHandler(write);
}

} // namespace starqueue::client
