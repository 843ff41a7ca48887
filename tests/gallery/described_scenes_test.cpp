#include <gallery/face.h>
#include <gallery/scene.h>
#include <support/api_description.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace Qt::StringLiterals;

// A scene shows what a hall can say: each of its answers and events fits hall/openapi.yaml.
namespace {

constexpr int kOk = 200;

const test::ApiDescription& description()
{
    return test::ApiDescription::instance();
}

/// `where` is "GET /board".
QStringList answerFaults(const QString& where, const QJsonObject& answer)
{
    const int status = answer["status"_L1].toInt(kOk);
    const QString method = where.section(u' ', 0, 0).toLower();
    const YAML::Node schema =
        description().answer(method.toStdString(), where.section(u' ', 1).toStdString(), status);
    if (!answer.contains("body"_L1))
        return {};
    if (!schema.IsDefined())
        return {where + u" isn't answered with %1"_s.arg(status)};
    return description().faults(answer["body"_L1], schema, where);
}

QStringList allAnswerFaults(const QJsonObject& answers)
{
    QStringList faults;
    for (auto answer = answers.begin(); answer != answers.end(); ++answer)
        faults += answerFaults(answer.key(), answer->toObject());
    return faults;
}

bool hasField(const YAML::Node& event, const std::string& name)
{
    for (const auto& audience : event)
        if (audience.second.IsMap() && audience.second[name].IsDefined())
            return true;
    return name == "seq" || name == "at";
}

QStringList eventFaults(const QJsonObject& step)
{
    const QString name = step["event"_L1].toString();
    const YAML::Node event = description().events()[name.toStdString()];
    if (name.isEmpty())
        return {};
    if (!event.IsDefined())
        return {u"there is no event "_s + name};
    QStringList faults;
    for (const QString& field : step["data"_L1].toObject().keys())
        if (!hasField(event, field.toStdString()))
            faults += name + u" has no field "_s + field;
    return faults;
}

} // namespace

TEST(DescribedScenes, SayWhatAHallCanSay)
{
    int scenes = 0;
    for (const auto& kind : gallery::faceKinds())
        for (const QString& name : gallery::sceneNames(kind.name)) {
            const auto scene = gallery::readScene(kind.name, name);
            ASSERT_TRUE(scene) << scene.error().toStdString();
            QStringList faults = allAnswerFaults(scene->answers);
            for (const QJsonValue& step : scene->steps)
                faults += eventFaults(step.toObject()) + allAnswerFaults(step["answers"_L1].toObject());
            EXPECT_EQ(faults.join(u'\n').toStdString(), "")
                << kind.name.toStdString() << "/" << name.toStdString();
            ++scenes;
        }
    EXPECT_GT(scenes, 40);
}
