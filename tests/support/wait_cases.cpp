#include <support/wait_cases.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace starqueue::test {

QList<WaitCase> waitCases()
{
    QFile file(QString(STARQUEUE_WAIT_CASES));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << STARQUEUE_WAIT_CASES;
    QList<WaitCase> cases;
    for (const QJsonValue line : QJsonDocument::fromJson(file.readAll()).array())
        cases.append({std::chrono::seconds(line["p10"].toInt()), std::chrono::seconds(line["p90"].toInt()),
                      line["method"].toString(), line["zh"].toString(), line["en"].toString()});
    EXPECT_FALSE(cases.isEmpty());
    return cases;
}

} // namespace starqueue::test
