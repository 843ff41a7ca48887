#include <gallery/stage.h>
#include <support/find_item.h>
#include <support/seen.h>

#include <gtest/gtest.h>

#include <array>
#include <ostream>

using namespace starqueue;
using gallery::Stage;

// The counter's window at every size: nothing lies over anything else, and nothing is cut off that no scroll
// bar leads to.
namespace {

constexpr std::array kSizes{QSize(360, 640), QSize(480, 800), QSize(800, 600), QSize(1280, 800),
                            QSize(1920, 1080)};

struct CounterShown
{
    QString scene;
    QString language;
};

std::ostream& operator<<(std::ostream& out, const CounterShown& shown)
{
    return out << shown.scene.toStdString() << " in " << shown.language.toStdString();
}

std::vector<CounterShown> everyCounterScene()
{
    std::vector<CounterShown> all;
    for (const QString& scene : gallery::sceneNames("counter"))
        for (const char* language : {"zh", "en"})
            all.push_back({scene, language});
    return all;
}

/// Something drawn that may not lie under anything else.
struct Leaf
{
    const QQuickItem* item;
    QRectF whole; ///< on the window
    QRectF seen;  ///< what of it isn't clipped

    [[nodiscard]] std::string name() const
    {
        return QString("%1 \"%2\" %3 at %4,%5 %6x%7")
            .arg(item->metaObject()->className(), item->objectName(), item->property("text").toString())
            .arg(whole.x())
            .arg(whole.y())
            .arg(whole.width())
            .arg(whole.height())
            .toStdString();
    }
};

/// A line of a Chinese typeface is higher than its ink.
QRectF inkOf(const QQuickItem* text)
{
    constexpr double kAir = 0.22;
    const double air = kAir * text->property("font").value<QFont>().pixelSize();
    return text->boundingRect().adjusted(0, air, 0, -air);
}

bool isLeaf(const QQuickItem* item)
{
    return item->width() > 0 && item->height() > 0 &&
           (test::isText(item) || item->inherits("QQuickAbstractButton") ||
            item->inherits("QQuickTextField"));
}

bool isBelow(const QQuickItem* item, const QQuickItem* above)
{
    for (; item; item = item->parentItem())
        if (item == above)
            return true;
    return false;
}

/// What scrolls it and says so; null: nothing.
const QQuickItem* cueOf(const QQuickItem* item)
{
    for (const QQuickItem* above = item->parentItem(); above; above = above->parentItem()) {
        if (!above->inherits("QQuickFlickable"))
            continue;
        const QQuickItem* cue = nullptr;
        test::visitSeen(above, [&](const QQuickItem* one) {
            if (one->inherits("QQuickScrollBar") && one->property("size").toDouble() < 1)
                cue = one;
        });
        return cue;
    }
    return nullptr;
}

Leaf leafOf(const QQuickItem* item)
{
    Leaf leaf{item, item->mapRectToScene(test::isText(item) ? inkOf(item) : item->boundingRect()), {}};
    leaf.seen = leaf.whole.intersected(QRectF(QPointF(), item->window()->contentItem()->size()));
    for (const QQuickItem* above = item->parentItem(); above; above = above->parentItem())
        if (above->clip())
            leaf.seen &= above->mapRectToScene(above->boundingRect());
    return leaf;
}

struct CounterLayout : testing::TestWithParam<CounterShown>
{
    std::unique_ptr<Stage> stage;

    void SetUp() override
    {
        const auto scene = gallery::readScene("counter", GetParam().scene);
        ASSERT_TRUE(scene.has_value()) << scene.error().toStdString();
        stage = std::make_unique<Stage>(*gallery::faceKind("counter"), *scene,
                                        Stage::Setup{.language = GetParam().language, .size = kSizes[0]});
        ASSERT_TRUE(stage->show());
        ASSERT_TRUE(stage->play().has_value());
    }
    void fit(const QSize& size)
    {
        stage->window()->resize(size);
        (void)stage->picture();
    }
    [[nodiscard]] std::vector<Leaf> leaves() const
    {
        std::vector<Leaf> all;
        test::visitSeen(stage->window()->contentItem(), [&](const QQuickItem* item) {
            if (isLeaf(item))
                all.push_back(leafOf(item));
        });
        return all;
    }
};

bool overlap(const Leaf& one, const Leaf& other)
{
    constexpr double kSlack = 1;
    const QRectF both = one.seen & other.seen;
    return both.width() > kSlack && both.height() > kSlack && !isBelow(one.item, other.item) &&
           !isBelow(other.item, one.item);
}

bool isCutOff(const Leaf& leaf)
{
    constexpr double kSlack = 1.5;
    const bool whole = leaf.seen.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(leaf.whole);
    return !whole && !cueOf(leaf.item);
}

QStringList faultsOf(const std::vector<Leaf>& all)
{
    QStringList faults;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (isCutOff(all[i]))
            faults << QString::fromStdString(all[i].name()) + " is cut off";
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (overlap(all[i], all[j]))
                faults << QString::fromStdString(all[i].name() + " and " + all[j].name());
    }
    return faults;
}

TEST_P(CounterLayout, NothingLiesOverAnythingAndNothingIsCutOff)
{
    for (const QSize& size : kSizes) {
        fit(size);
        const auto all = leaves();
        EXPECT_FALSE(all.empty());
        EXPECT_EQ(faultsOf(all).join("\n").toStdString(), "") << size.width() << "x" << size.height();
    }
}

std::string layoutName(const testing::TestParamInfo<CounterShown>& test)
{
    QString name = test.param.scene + "_" + test.param.language;
    return name.replace('-', '_').toStdString();
}

struct CounterLayoutParked : CounterLayout
{};

TEST_P(CounterLayoutParked, EveryRowIsSeenAtEverySize)
{
    for (const QSize& size : kSizes) {
        fit(size);
        int rows = 0;
        for (const Leaf& leaf : leaves())
            rows += leaf.item->objectName() == "unpark-button" && leaf.seen == leaf.whole;
        EXPECT_EQ(rows, 3) << size.width() << "x" << size.height();
    }
}

TEST_P(CounterLayoutParked, WhatIsOutOfPlaceIsFound)
{
    fit(kSizes[1]);
    QQuickItem* const key = test::findItem(stage->window()->contentItem(), "main-button");
    key->setY(-80);
    EXPECT_TRUE(faultsOf(leaves()).join(" ").contains(" and "));
    key->setY(0);
    key->setX(100);
    EXPECT_TRUE(faultsOf(leaves()).join(" ").contains("is cut off"));
}

INSTANTIATE_TEST_SUITE_P(Parked, CounterLayoutParked,
                         testing::Values(CounterShown{"parked", "zh"}, CounterShown{"parked", "en"}),
                         layoutName);
INSTANTIATE_TEST_SUITE_P(Every, CounterLayout, testing::ValuesIn(everyCounterScene()), layoutName);

} // namespace
