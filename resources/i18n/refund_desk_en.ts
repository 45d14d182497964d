<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DoubtsPlace</name>
    <message numerus="yes">
        <source>%n awaiting confirmation</source>
        <translation>
            <numerusform>%n awaiting confirmation</numerusform>
            <numerusform>%n awaiting confirmation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message numerus="yes">
        <source>%n reversal(s) awaiting confirmation</source>
        <translation>
            <numerusform>%n reversal awaiting confirmation</numerusform>
            <numerusform>%n reversals awaiting confirmation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reversal(s) whose end is not known</source>
        <translation>
            <numerusform>%n reversal whose end is not known</numerusform>
            <numerusform>%n reversals whose end is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafekeepingDialog</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: all %n row(s) fit.</source>
        <translation>
            <numerusform>Checked: the one row fits.</numerusform>
            <numerusform>Checked: all %n rows fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n awaiting confirmation</source>
        <translation>
            <numerusform>%n awaiting confirmation</numerusform>
            <numerusform>%n awaiting confirmation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown, being looked up</source>
        <translation>
            <numerusform>%n unknown, being looked up</numerusform>
            <numerusform>%n unknown, being looked up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown, waiting for a person</source>
        <translation>
            <numerusform>%n unknown, waiting for a person</numerusform>
            <numerusform>%n unknown, waiting for a person</numerusform>
        </translation>
    </message>
</context>
</TS>
