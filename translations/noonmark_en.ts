<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>noonmark::ui::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>In the message bar: how many further messages wait behind this one.</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::StatusLine</name>
    <message numerus="yes">
        <source>last packet %n s ago</source>
        <extracomment>Bottom right: the age of the newest packet of any source, in seconds.</extracomment>
        <translation>
            <numerusform>last packet %n s ago</numerusform>
            <numerusform>last packet %n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last packet %n min ago</source>
        <extracomment>The same in minutes.</extracomment>
        <translation>
            <numerusform>last packet %n min ago</numerusform>
            <numerusform>last packet %n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::TopBar</name>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <extracomment>Button: hands the changed lines to the running daemon.</extracomment>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
</context>
</TS>
