#include <formats/json/json_object.h>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

using namespace starqueue;
using starqueue::formats::appendItem;
using starqueue::formats::JsonObject;
using Json = nlohmann::json;

TEST(JsonObject, WithoutFieldsIsAnEmptyObject)
{
    EXPECT_EQ(formats::JsonObject().take(), "{}");
}

TEST(JsonObject, HoldsEveryKindOfValueInTheOrderOfAdding)
{
    formats::JsonObject out;
    out.add("nothing", nullptr);
    out.add("yes", true);
    out.add("stars", std::uint8_t{5});
    out.add("below", -3);
    out.add("share", 0.125);
    out.add("whole", 300.0);
    out.add("absent", std::optional<int>{});
    out.add("present", std::optional<std::string>{"A001"});
    out.addJson("inner", R"({"a":[1,2]})");
    EXPECT_EQ(out.take(), R"({"nothing":null,"yes":true,"stars":5,"below":-3,"share":0.125,"whole":300,)"
                          R"("absent":null,"present":"A001","inner":{"a":[1,2]}})");
}

TEST(JsonObject, TextIsEscapedAndWhatIsNoUtf8IsMended)
{
    formats::JsonObject out;
    out.add("text", "a \"quoted\"\nline \\ 业务");
    out.add("torn", "业\xE4\xB8");
    const Json json = Json::parse(out.take());
    EXPECT_EQ(json["text"], "a \"quoted\"\nline \\ 业务");
    EXPECT_EQ(json["torn"], "业\uFFFD");
}

TEST(JsonObject, ItemsOfAnArrayAreSeparated)
{
    std::string array = "[";
    for (const char* item : {"1", "2", "3"})
        formats::appendItem(array, item);
    EXPECT_EQ(array + "]", "[1,2,3]");
}
