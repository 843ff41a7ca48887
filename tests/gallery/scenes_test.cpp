#include <gallery/stage.h>
#include <support/seen.h>

#include <QJsonArray>
#include <QSet>
#include <QTranslator>

#include <gtest/gtest.h>

#include <ostream>
#include <utility>

using namespace starqueue;
using gallery::Stage;

namespace {

/// One scene in one language and size.
struct Shown
{
    QString face;
    QString scene;
    QString language;
    QSize size; ///< empty: the face's own
};

std::ostream& operator<<(std::ostream& out, const Shown& shown)
{
    return out << shown.face.toStdString() << "/" << shown.scene.toStdString() << " in "
               << shown.language.toStdString() << (shown.size.isEmpty() ? "" : " in the least window");
}

std::vector<Shown> everyScene()
{
    std::vector<Shown> all;
    for (const auto& kind : gallery::faceKinds()) {
        for (const QString& scene : gallery::sceneNames(kind.name)) {
            for (const char* language : {"zh", "en"}) {
                all.push_back({kind.name, scene, language, {}});
                if (!kind.least.isEmpty())
                    all.push_back({kind.name, scene, language, kind.least});
            }
        }
    }
    return all;
}

std::string nameOf(const testing::TestParamInfo<Shown>& test)
{
    QString name = test.param.face + "_" + test.param.scene + "_" + test.param.language +
                   (test.param.size.isEmpty() ? "" : "_least");
    return name.replace('-', '_').toStdString();
}

/// Hears what no other translator knows. Qt's own words aren't ours.
class Untranslated : public QTranslator
{
public:
    /// Installed before any other, it is asked after all of them.
    static Untranslated& instance()
    {
        static auto* one = new Untranslated(QCoreApplication::instance());
        return *one;
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (!QByteArrayView(context).startsWith("Q"))
            m_words.insert(QString("%1: %2").arg(context, source));
        return {};
    }
    QStringList takeWords() { return std::exchange(m_words, {}).values(); }

private:
    explicit Untranslated(QObject* parent) : QTranslator(parent)
    {
        QCoreApplication::installTranslator(this);
    }

    mutable QSet<QString> m_words;
};

struct Scenes : testing::TestWithParam<Shown>
{
    gallery::Scene scene;
    std::unique_ptr<Stage> stage;

    void SetUp() override
    {
        Untranslated::instance().takeWords();
        const auto read = gallery::readScene(GetParam().face, GetParam().scene);
        ASSERT_TRUE(read.has_value()) << read.error().toStdString();
        scene = *read;
        stage =
            std::make_unique<Stage>(*gallery::faceKind(GetParam().face), scene,
                                    Stage::Setup{.language = GetParam().language, .size = GetParam().size});
        ASSERT_TRUE(stage->show()) << stage->warnings().join("\n").toStdString();
        const auto played = stage->play();
        ASSERT_TRUE(played.has_value()) << played.error().toStdString();
        (void)stage->picture();
    }
    /// What is wrong with the texts and shapes that can be seen, by `wrong`.
    [[nodiscard]] QStringList seen(const std::function<bool(const QQuickItem*)>& wrong) const
    {
        QStringList found;
        test::visitSeen(stage->window()->contentItem(), [&](const QQuickItem* item) {
            if (wrong(item))
                found << QString("%1 \"%2\" %3")
                             .arg(item->metaObject()->className(), item->objectName(),
                                  item->property("text").toString());
        });
        return found;
    }
};

bool isDrawn(const QQuickItem* item)
{
    if (item->width() <= 0 || item->height() <= 0)
        return false;
    return test::isText(item) || item->inherits("QQuickAbstractButton") || item->inherits("QQuickImage") ||
           item->inherits("QQuickTextField") || item->inherits("QQuickRectangle");
}

TEST_P(Scenes, StandWithoutAWarningAndNothingIsCut)
{
    const auto mayElide = [this](const QQuickItem* item) {
        return scene.elides.contains(item->objectName());
    };
    const auto cut =
        seen([&](auto* item) { return test::isText(item) && test::isCut(item) && !mayElide(item); });
    EXPECT_EQ(cut.join("\n").toStdString(), "") << "is cut off";
    const auto outside = seen([](auto* item) { return isDrawn(item) && test::isOutside(item); });
    EXPECT_EQ(outside.join("\n").toStdString(), "") << "is off the window";
    EXPECT_EQ(Untranslated::instance().takeWords().join("\n").toStdString(), "") << "isn't translated";
    EXPECT_EQ(stage->warnings().join("\n").toStdString(), "");
}

INSTANTIATE_TEST_SUITE_P(Every, Scenes, testing::ValuesIn(everyScene()), nameOf);

TEST(Scene, TwoPicturesOfOneAreTheSame)
{
    for (const auto& kind : gallery::faceKinds()) {
        QImage pictures[2];
        for (QImage& picture : pictures) {
            Stage stage(kind, gallery::readScene(kind.name, "unreachable").value(),
                        {.language = "zh", .size = {}});
            ASSERT_TRUE(stage.show() && stage.play().has_value());
            picture = stage.picture();
        }
        EXPECT_EQ(pictures[0], pictures[1]) << kind.name.toStdString();
        EXPECT_FALSE(pictures[0].isNull());
    }
}

TEST(Scene, AnUnknownOneIsAnsweredWithThoseThatThereAre)
{
    const auto scene = gallery::readScene("kiosk", "nowhere");
    ASSERT_FALSE(scene.has_value());
    EXPECT_TRUE(scene.error().contains("start-empty")) << scene.error().toStdString();
}

TEST(Scene, AMergePatchMergesObjectsAndReplacesAllElse)
{
    const QJsonObject target{{"a", QJsonObject{{"b", 1}, {"c", 2}}}, {"d", QJsonArray{1, 2}}};
    const QJsonObject patch{{"a", QJsonObject{{"b", QJsonValue()}, {"e", 3}}}, {"d", QJsonArray{3}}};
    EXPECT_EQ(gallery::mergePatch(target, patch),
              (QJsonObject{{"a", QJsonObject{{"c", 2}, {"e", 3}}}, {"d", QJsonArray{3}}}));
}

TEST(SourceQml, TheSameScenesStandFromTheSourceTree)
{
    for (const auto& kind : gallery::faceKinds()) {
        Stage stage(kind, gallery::readScene(kind.name, "closed").value(),
                    {.language = "en", .size = {}, .qml = Stage::Qml::Source});
        ASSERT_TRUE(stage.show()) << stage.warnings().join("\n").toStdString();
        EXPECT_TRUE(stage.play().has_value());
        EXPECT_FALSE(stage.picture().isNull());
        EXPECT_TRUE(stage.show()) << "once more, as after an edit";
        EXPECT_EQ(stage.warnings().join("\n").toStdString(), "");
    }
}

} // namespace
