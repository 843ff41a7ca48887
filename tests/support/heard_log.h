#pragma once

#include <QMutex>
#include <QStringList>

namespace starqueue::test {

using namespace Qt::StringLiterals;

/// Hears what is written to Qt's log while it lives, as "category: text", and writes it on as before. One at
/// a time.
class HeardLog
{
public:
    HeardLog()
    {
        const QMutexLocker lock(&heard().mutex);
        heard().lines.clear();
        heard().before = qInstallMessageHandler(hear);
    }
    ~HeardLog() { qInstallMessageHandler(heard().before); }
    HeardLog(const HeardLog&) = delete;
    HeardLog& operator=(const HeardLog&) = delete;

    [[nodiscard]] static QStringList lines()
    {
        const QMutexLocker lock(&heard().mutex);
        return heard().lines;
    }
    [[nodiscard]] static bool has(const QString& text) { return !lines().filter(text).isEmpty(); }

private:
    struct Heard
    {
        QMutex mutex; ///< any thread may write
        QStringList lines;
        QtMessageHandler before = nullptr;
    };
    static Heard& heard()
    {
        static Heard all;
        return all;
    }
    static void hear(QtMsgType type, const QMessageLogContext& context, const QString& text)
    {
        {
            const QMutexLocker lock(&heard().mutex);
            heard().lines << QString::fromUtf8(context.category) + u": "_s + text;
        }
        if (heard().before)
            heard().before(type, context, text);
    }
};

} // namespace starqueue::test
