#include <client/log_lines.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using starqueue::client::LogForm;
using starqueue::client::logLine;

namespace {

const QDateTime kAt(QDate(2026, 11, 22), QTime(2, 24, 5, 123), Qt::UTC);

TEST(LogLine, ATextLineHasInstantLevelCategoryAndWords)
{
    EXPECT_EQ(logLine(LogForm::Text, kAt, QtWarningMsg, "starqueue.client", "the hall is gone"),
              "2026-11-22T02:24:05.123Z warning starqueue.client: the hall is gone\n");
}

TEST(LogLine, AnEventIsOneLineWhateverItsWordsHold)
{
    EXPECT_EQ(logLine(LogForm::Text, kAt, QtInfoMsg, "c", "one\ntwo").count('\n'), 1);
    EXPECT_EQ(logLine(LogForm::Json, kAt, QtInfoMsg, "c", "one\n\"two\"").count('\n'), 1);
}

TEST(LogLine, AJsonLineHoldsTheSame)
{
    const QJsonObject line =
        QJsonDocument::fromJson(logLine(LogForm::Json, kAt, QtCriticalMsg, "c", "a \"b\"\nc")).object();
    EXPECT_EQ(line.value("at"), "2026-11-22T02:24:05.123Z");
    EXPECT_EQ(line.value("level"), "error");
    EXPECT_EQ(line.value("category"), "c");
    EXPECT_EQ(line.value("message"), "a \"b\"\nc");
}

} // namespace
